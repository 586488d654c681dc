-- Why an append did nothing: what stands against its members, and whether the caller's clock is off. All of it are facts that stay.
-- reasons: 1 a stream is not as it was taken to be, 2 precondition no longer holds, 3 idempotency key used
with conflict as materialized (
    select b.member, 1 as reason
      from unnest(?::text[], ?::bigint[], ?::int[]) as b(stream, last_version, member)
     where coalesce((select e.version from ledger.entry e where e.stream = b.stream collate "C"
                      order by e.version desc limit 1), -1) <> b.last_version
    union all
    select r.member, 2
      from unnest(?::text[], ?::bigint[], ?::int[]) as r(tag, seen, member)
     where (select t.index from ledger.tag t where t.tag = r.tag collate "C" order by t.index desc limit 1) > r.seen
    union all
    select n.member, 2
      from unnest(?::text[], ?::bigint[], ?::bytea[], ?::int[]) as n(stream, since, entered_by, member)
     where (select true from ledger.entry e
             where e.stream = n.stream collate "C" and e.version > n.since and position(n.entered_by in e.leaf) > 0
             limit 1)
    union all
    select k.member, 3
      from unnest(?::text[], ?::int[]) as k(key, member)
     where exists (select from ledger.entry e where e.answer_key = k.key collate "C")
)
select (select array_agg(member) from conflict) as members,
       (select array_agg(reason) from conflict) as reasons,
       clock_timestamp() not between ?::timestamptz and ?::timestamptz as clock_off
