-- Goes with append.sql when it answers idempotency keys. A key that is used breaks its unique constraint: it is rare, as keys are
-- looked up before anything is decided.
insert into ledger.answer (key, request_sha256, first_index, last_index)
select unnest(?::text[]), unnest(?::bytea[]), unnest(?::bigint[]), unnest(?::bigint[])
