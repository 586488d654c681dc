-- One append: a transaction in one round trip (statements sent together, with one sync, are one transaction). The caller built
-- it on a head step, and it wins only if nobody took the next one: if somebody has, or does meanwhile, the key of heads is broken,
-- and nothing of it happens. What it rests on stands at that step, as the caller knows; if not, append-checks.sql goes on from here.
-- A clock that is off leaves no step to insert, and nothing of it happens either.
insert into ledger.head (size, root, frontier, recorded_at, step)
select ?::bigint, ?::bytea, ?::bytea, ?::timestamptz,
       case when clock_timestamp() between ?::timestamptz and ?::timestamptz then ?::bigint end
