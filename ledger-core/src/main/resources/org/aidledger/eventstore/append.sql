-- One append: a transaction in one round trip (statements sent together, with one sync, are one transaction). The caller built
-- it on a head step; it wins only if nobody took the next step, and otherwise does nothing at all; conflicts.sql then says why.
-- What can stand against a member are facts that never go away again (a version taken, a tag seen, a key used), so checking on
-- the first statement's snapshot and inserting the head afterwards is safe without a lock: if the step is still free then,
-- nothing was appended in between, and if somebody takes it meanwhile, the insert waits for them and adds nothing. A key that
-- is used breaks its unique constraint: it is rare, as keys are looked up before anything is decided.
-- Sets are unnested in select lists, which streams them; in a from list each array would be spooled first.
insert into ledger.head (step, size, root, frontier, recorded_at)
select ?::bigint, ?::bigint, ?::bytea, ?::bytea, ?::timestamptz
 where abs(extract(epoch from clock_timestamp() - ?::timestamptz)) <= ?::int
   and not exists (
       select from (select unnest(?::text[]) as stream, unnest(?::bigint[]) as version) as b
        where coalesce((select e.version from ledger.entry e where e.stream = b.stream collate "C"
                         order by e.version desc limit 1), -1) <> b.version - 1)
   and not exists (
       select from (select unnest(?::text[]) as tag, unnest(?::bigint[]) as seen) as r
        where (select t.index from ledger.tag t where t.tag = r.tag collate "C" order by t.index desc limit 1) > r.seen)
on conflict do nothing;

insert into ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash)
select unnest(?::bigint[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::uuid[]), unnest(?::text[]),
       date '1970-01-01' + unnest(?::int[]), recorded_at, unnest(?::bytea[]), unnest(?::bytea[])
  from ledger.head where step = ? and root = ?;
