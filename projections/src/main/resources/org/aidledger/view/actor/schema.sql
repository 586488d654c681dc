-- One row a role granted or delegated; what ends it is kept with the event that did, so that both clocks can be asked.
create table held (
    event_index bigint primary key,
    actor text collate "C" not null,
    role text collate "C" not null,
    held_from date not null,
    held_until date not null,
    delegated_by text collate "C"
);
create index held_actor on held (actor);

create table ended (
    held_index bigint not null,
    event_index bigint not null,
    ended_on date not null,
    primary key (held_index, event_index)
);
