-- Which events concern what: a project, an inspection or an import. What is said of an event is read from the event itself.
create table line (
    event_index bigint not null,
    effective_date date not null,
    subject text collate "C" not null
);
