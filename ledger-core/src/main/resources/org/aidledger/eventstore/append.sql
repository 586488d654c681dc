-- One append: a transaction in one statement and one round trip. The caller built it on a head step; it wins only if nobody took
-- the next step. Everything that can make a member fail is a fact that never goes away again (a version taken, a tag seen, a key
-- used), so checking on the statement's snapshot and inserting the head afterwards is safe without a lock: if the step is still
-- free then, nothing was appended in between, and if somebody takes it meanwhile, the insert waits for them and adds nothing.
-- outcome: 0 appended, 1 the head moved, 2 members in conflict, 3 the caller's clock is off
-- reasons: 1 version taken or skipped, 2 precondition no longer holds, 3 idempotency key used
with clock as materialized (
    select abs(extract(epoch from clock_timestamp() - ?::timestamptz)) > ?::int as off
), conflict as materialized (
    select b.member, 1 as reason
      from unnest(?::text[], ?::bigint[], ?::int[]) as b(stream, version, member)
     where coalesce((select e.version from ledger.entry e where e.stream = b.stream collate "C"
                      order by e.version desc limit 1), -1) <> b.version - 1
    union all
    select r.member, 2
      from unnest(?::text[], ?::bigint[], ?::int[]) as r(tag, seen, member)
     where (select t.index from ledger.tag t where t.tag = r.tag collate "C" order by t.index desc limit 1) > r.seen
    union all
    select k.member, 3
      from unnest(?::text[], ?::int[]) as k(key, member)
     where exists (select from ledger.answer a where a.key = k.key collate "C")
), head as (
    insert into ledger.head (step, size, root, frontier, recorded_at)
    select ?::bigint, ?::bigint, ?::bytea, ?::bytea, ?::timestamptz
     where not exists (select from conflict) and not (select off from clock)
    on conflict do nothing
    returning size, recorded_at
), entries as (
    insert into ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash)
    select ?::bigint + e.place - 1, e.stream, e.version, e.id::uuid, e.type, date '1970-01-01' + e.day, head.recorded_at, e.leaf, e.leaf_hash
      from head, unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::bytea[], ?::bytea[])
        with ordinality as e(stream, version, id, type, day, leaf, leaf_hash, place)
), tags as (
    insert into ledger.tag (tag, index)
    select t.tag, t.index from head, unnest(?::text[], ?::bigint[]) as t(tag, index)
), answers as (
    insert into ledger.answer (key, request_sha256, first_index, last_index)
    select k.key, k.request, k.first_index, k.last_index
      from head, unnest(?::text[], ?::bytea[], ?::bigint[], ?::bigint[]) as k(key, request, first_index, last_index)
), tiles as (
    insert into ledger.tile (level, number, root, hashes)
    select t.level, t.number, t.root, t.hashes
      from head, unnest(?::int[], ?::bigint[], ?::bytea[], ?::bytea[]) as t(level, number, root, hashes)
)
select case when (select off from clock) then 3
            when exists (select from conflict) then 2
            when exists (select from head) then 0
            else 1 end as outcome,
       (select array_agg(member) from conflict) as members,
       (select array_agg(reason) from conflict) as reasons
