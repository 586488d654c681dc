-- One row a reporting entity that keeps periods; what was sealed is read from its own events.
create table period (
    id text collate "C" primary key,
    opened_index bigint not null,
    entity text not null,
    first_month text collate "C" not null,
    closed_through text collate "C" not null
);
create index period_opened on period (opened_index);
