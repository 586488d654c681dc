-- Goes on from append.sql where the caller does not know all that its append rests on. If that does not stand or the step is taken,
-- this does nothing, and so does what goes with it: it looks for the head (AppendStatement.IF_WON). conflicts.sql then says why.
-- What can stand against a member are facts that never go away again (a version taken, a tag seen, somebody acted), so checking on
-- this statement's snapshot and inserting the head afterwards is safe without a lock: if the step is still free then, nothing came
-- in between.
-- Sets are unnested in select lists, which streams them; in a from list each array would be spooled first.
 where not exists (
       select from (select unnest(?::text[]) as stream, unnest(?::bigint[]) as last_version) as b
        where coalesce((select e.version from ledger.entry e where e.stream = b.stream collate "C"
                         order by e.version desc limit 1), -1) <> b.last_version)
   and not exists (
       select from (select unnest(?::text[]) as tag, unnest(?::bigint[]) as seen) as r
        where (select t.index from ledger.tag t where t.tag = r.tag collate "C" order by t.index desc limit 1) > r.seen)
   and not exists (
       select from (select unnest(?::text[]) as stream, unnest(?::bigint[]) as since, unnest(?::bytea[]) as entered_by) as n
        where (select true from ledger.entry e
                where e.stream = n.stream collate "C" and e.version > n.since and position(n.entered_by in e.leaf) > 0
                limit 1))
on conflict do nothing
