create index obligation_stream on obligation (kind, stream, part);
create index settlement_stream on settlement (kind, stream, part);
