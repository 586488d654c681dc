-- Goes with append.sql when its events carry tags.
insert into ledger.tag (tag, index)
select unnest(?::text[]), unnest(?::bigint[])
