-- Goes with append.sql, as do the others.
insert into ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash)
select unnest(?::bigint[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::uuid[]), unnest(?::text[]),
       date '1970-01-01' + unnest(?::int[]), ?::timestamptz, unnest(?::bytea[]), unnest(?::bytea[])
