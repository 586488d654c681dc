-- Goes with append.sql, as do the others. An idempotency key that is used breaks its unique index.
insert into ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash,
                          answer_key, answer_request_sha256, answer_first_index)
select unnest(?::bigint[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::uuid[]), unnest(?::text[]),
       date '1970-01-01' + unnest(?::int[]), ?::timestamptz, unnest(?::bytea[]), unnest(?::bytea[]),
       unnest(?::text[]), unnest(?::bytea[]), unnest(?::bigint[])
