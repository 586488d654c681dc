-- Goes with append.sql when it answers idempotency keys.
insert into ledger.answer (key, request_sha256, first_index, last_index)
select unnest(?::text[]), unnest(?::bytea[]), unnest(?::bigint[]), unnest(?::bigint[])
  from ledger.head where step = ? and root = ?;
