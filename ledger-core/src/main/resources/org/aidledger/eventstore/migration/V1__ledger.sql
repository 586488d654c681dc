-- The append-only half of the database: the log itself. Nothing here is ever updated or deleted.
-- ${app} is the role the application works under; it may read and insert, nothing else.

create table ledger.entry (
    index          bigint      not null,
    stream         text        collate "C" not null,
    version        bigint      not null,
    id             uuid        not null,
    type           text        collate "C" not null,
    effective_date date        not null,
    recorded_at    timestamptz not null,
    leaf           bytea       not null,
    leaf_hash      bytea       not null,
    constraint entry_pk primary key (index),
    constraint entry_stream_version unique (stream, version)
);
comment on table ledger.entry is
    'One row an event. leaf holds the canonical bytes that were hashed; leaf_hash is their RFC 6962 leaf hash, so that a changed leaf is named exactly even before its tile is full; the other columns repeat what the leaf says, for indexing. All are compared with the leaf by every full verification.';

create table ledger.head (
    step        bigint      not null,
    size        bigint      not null,
    root        bytea       not null,
    frontier    bytea       not null,
    recorded_at timestamptz not null,
    constraint head_pk primary key (step),
    constraint head_root_is_sha256 check (octet_length(root) = 32)
);
comment on table ledger.head is
    'One row an append: size, root and Merkle frontier after it. Inserting step n+1 is what makes an append win; a fence is a step that adds nothing.';

create table ledger.tile (
    level  smallint not null,
    number bigint   not null,
    root   bytea    not null,
    hashes bytea    not null,
    constraint tile_pk primary key (level, number),
    constraint tile_is_full check (octet_length(hashes) = 8192)
);
comment on table ledger.tile is 'Full tiles of the transparency log; root is the hash each adds to the level above.';
alter table ledger.tile alter column hashes set storage external;

create table ledger.tag (
    tag   text   collate "C" not null,
    index bigint not null,
    constraint tag_pk primary key (tag, index)
);
comment on table ledger.tag is 'Which entries concern what, across streams: the ground of preconditions.';

create table ledger.answer (
    key            text   collate "C" not null,
    request_sha256 bytea  not null,
    first_index    bigint not null,
    last_index     bigint not null,
    constraint answer_pk primary key (key)
);
comment on table ledger.answer is 'Idempotency keys and what they were first answered with, written by the append itself.';

create table ledger.content (
    sha256 bytea not null,
    bytes  bytea not null,
    constraint content_pk primary key (sha256)
);
comment on table ledger.content is 'Source files and documents as bytes, addressed by their SHA-256.';
alter table ledger.content alter column bytes set storage external;

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is append-only: % is refused', tg_table_name, tg_op
        using errcode = 'insufficient_privilege', hint = 'Record a correction instead; nothing is ever erased.';
end $$;

do $$
declare
    t text;
begin
    foreach t in array array['entry', 'head', 'tile', 'tag', 'answer', 'content'] loop
        execute format('create trigger append_only before update or delete or truncate on ledger.%I '
            || 'for each statement execute function ledger.refuse_change()', t);
        execute format('alter table ledger.%I enable always trigger append_only', t);
        execute format('grant select, insert on ledger.%I to ${app}', t);
    end loop;
end $$;
grant usage on schema ledger to ${app};

-- The application makes the schemas of its read models itself: they are disposable and none of the owner's business.
do $$ begin
    execute format('grant connect, temporary, create on database %I to ${app}', current_database());
end $$;

-- One append in one round trip. The caller built it on head step p_step; it wins only if nobody took the next step.
-- Everything that can make a member fail is a fact that never goes away again (a version taken, a tag seen, a key used),
-- so checking first and inserting the head afterwards is safe without a lock: if the head is still p_step then, nothing
-- was appended in between.
-- outcome: 0 appended, 1 the head moved, 2 members in conflict, 3 the caller's clock is off
-- reasons: 1 version taken or skipped, 2 precondition no longer holds, 3 idempotency key used
create function ledger.append(
    p_step bigint, p_size bigint, p_root bytea, p_frontier bytea, p_recorded_at timestamptz, p_clock timestamptz,
    p_clock_skew_seconds_max int,
    p_indices bigint[], p_streams text[], p_versions bigint[], p_ids uuid[], p_types text[], p_dates date[], p_leaves bytea[],
    p_leaf_hashes bytea[],
    p_begin_streams text[], p_begin_versions bigint[], p_begin_members int[],
    p_require_tags text[], p_require_seen bigint[], p_require_members int[],
    p_keys text[], p_key_requests bytea[], p_key_first bigint[], p_key_last bigint[], p_key_members int[],
    p_tags text[], p_tag_indices bigint[],
    p_tile_levels smallint[], p_tile_numbers bigint[], p_tile_roots bytea[], p_tiles bytea[],
    out outcome int, out members int[], out reasons int[])
language plpgsql as $$
begin
    if abs(extract(epoch from clock_timestamp() - p_clock)) > p_clock_skew_seconds_max then
        outcome := 3;
        return;
    end if;

    select array_agg(c.member), array_agg(c.reason) into members, reasons from (
        select b.member, 1 as reason
          from unnest(p_begin_streams, p_begin_versions, p_begin_members) as b(stream, version, member)
         where coalesce((select e.version from ledger.entry e where e.stream = b.stream collate "C"
                          order by e.version desc limit 1), -1) <> b.version - 1
        union all
        select r.member, 2
          from unnest(p_require_tags, p_require_seen, p_require_members) as r(tag, seen, member)
         where (select t.index from ledger.tag t where t.tag = r.tag collate "C" order by t.index desc limit 1) > r.seen
        union all
        select k.member, 3
          from unnest(p_keys, p_key_members) as k(key, member)
         where exists (select from ledger.answer a where a.key = k.key collate "C")) c;
    if members is not null then
        outcome := 2;
        return;
    end if;

    insert into ledger.head (step, size, root, frontier, recorded_at)
    values (p_step + 1, p_size, p_root, p_frontier, p_recorded_at)
    on conflict do nothing;
    if not found then
        outcome := 1;
        return;
    end if;

    insert into ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash)
    select e.index, e.stream, e.version, e.id, e.type, e.effective_date, p_recorded_at, e.leaf, e.leaf_hash
      from unnest(p_indices, p_streams, p_versions, p_ids, p_types, p_dates, p_leaves, p_leaf_hashes)
        as e(index, stream, version, id, type, effective_date, leaf, leaf_hash);
    if cardinality(p_tags) > 0 then
        insert into ledger.tag (tag, index) select t.tag, t.index from unnest(p_tags, p_tag_indices) as t(tag, index);
    end if;
    if cardinality(p_keys) > 0 then
        insert into ledger.answer (key, request_sha256, first_index, last_index)
        select k.key, k.request, k.first_index, k.last_index
          from unnest(p_keys, p_key_requests, p_key_first, p_key_last) as k(key, request, first_index, last_index);
    end if;
    if cardinality(p_tile_levels) > 0 then
        insert into ledger.tile (level, number, root, hashes)
        select t.level, t.number, t.root, t.hashes
          from unnest(p_tile_levels, p_tile_numbers, p_tile_roots, p_tiles) as t(level, number, root, hashes);
    end if;
    outcome := 0;
end $$;
revoke all on function ledger.append from public;
grant execute on function ledger.append to ${app};

-- How many events were known at a time: the last step recorded then. Steps are dense and their times never decrease, so
-- halving finds it in a few dozen look-ups without an index that every append would have to keep.
create function ledger.size_at(p_time timestamptz) returns bigint language plpgsql stable as $$
declare
    low bigint := 0;
    high bigint;
    middle bigint;
begin
    select coalesce(max(step), 0) into high from ledger.head;
    while low < high loop
        middle := (low + high + 1) / 2;
        if (select h.recorded_at <= p_time from ledger.head h where h.step = middle) then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return coalesce((select h.size from ledger.head h where h.step = low), 0);
end $$;
revoke all on function ledger.size_at from public;
grant execute on function ledger.size_at to ${app};
