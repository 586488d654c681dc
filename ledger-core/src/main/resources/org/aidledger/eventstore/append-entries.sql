-- Goes with append.sql, as do the others: they happen only if the head inserted before is this append's.
insert into ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash)
select unnest(?::bigint[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::uuid[]), unnest(?::text[]),
       date '1970-01-01' + unnest(?::int[]), recorded_at, unnest(?::bytea[]), unnest(?::bytea[])
  from ledger.head where step = ? and root = ?;
