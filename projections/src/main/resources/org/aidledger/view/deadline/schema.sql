-- What an event started. due: the last day as the event itself says it; null where the rules of the day say it. needed, currency:
-- how much ends it; 1 of no currency for everything but money. part: which of several of its kind in the stream.
create table obligation (
    event_index bigint not null,
    kind text collate "C" not null,
    stream text collate "C" not null,
    part text collate "C" not null,
    started_on date not null,
    due date,
    detail text,
    needed numeric not null,
    currency text collate "C" not null,
    primary key (event_index, kind, part)
);

-- What an event ended. part * stands for everything of the kind in the stream that began before, by date and then by index.
create table settlement (
    event_index bigint not null,
    place smallint not null,
    kind text collate "C" not null,
    stream text collate "C" not null,
    part text collate "C" not null,
    settled_on date not null,
    given numeric not null,
    currency text collate "C" not null,
    primary key (event_index, place)
);

-- Money or its worth that came to a project; a later row of the same entry with present 0 takes it back.
create table arrival (
    event_index bigint not null,
    stream text collate "C" not null,
    entry bigint not null,
    arrived_on date not null,
    present smallint not null,
    primary key (event_index, entry, present)
);
create index arrival_stream on arrival (stream, entry);

create table report (
    event_index bigint primary key,
    stream text collate "C" not null,
    kind text collate "C" not null,
    covers_to date not null,
    filed_on date not null
);
create index report_stream on report (stream);

-- What a stream is called, and of which kind of aid it is; a later row replaces an earlier one of the same name.
create table fact (
    stream text collate "C" not null,
    name text collate "C" not null,
    event_index bigint not null,
    value text,
    primary key (stream, name, event_index)
);
