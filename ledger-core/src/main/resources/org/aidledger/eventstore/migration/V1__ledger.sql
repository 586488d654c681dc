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
    constraint head_pk primary key (step)
);
comment on table ledger.head is
    'One row an append: size, root and Merkle frontier after it. Inserting step n+1 is what makes an append win; a fence is a step that adds nothing.';

create table ledger.tile (
    level  smallint not null,
    number bigint   not null,
    root   bytea    not null,
    hashes bytea    not null,
    constraint tile_pk primary key (level, number)
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
