-- Goes with append.sql when the append completes tiles; few do.
insert into ledger.tile (level, number, root, hashes)
select unnest(?::int[]), unnest(?::bigint[]), unnest(?::bytea[]), unnest(?::bytea[])
