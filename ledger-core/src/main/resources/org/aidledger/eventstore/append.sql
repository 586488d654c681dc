-- One append: a transaction in one round trip (statements sent together, with one sync, are one transaction). The caller built
-- it on a head step; it wins only if nobody took the next step, and otherwise does nothing at all; conflicts.sql then says why.
-- What it rests on stands at that step, as the caller knows (if not, append-checked.sql takes this one's place), so if the step is
-- still free, nothing was appended in between; if somebody takes it meanwhile, the insert waits for them and adds nothing.
-- A key that is used breaks its unique constraint: it is rare, as keys are looked up before anything is decided.
insert into ledger.head (step, size, root, frontier, recorded_at)
select ?::bigint, ?::bigint, ?::bytea, ?::bytea, ?::timestamptz
 where abs(extract(epoch from clock_timestamp() - ?::timestamptz)) <= ?::int
on conflict do nothing;
