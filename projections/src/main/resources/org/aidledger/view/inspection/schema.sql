-- One row an inspection; what it checked and found is read from its own events.
create table inspection (
    id text collate "C" primary key,
    opened_index bigint not null,
    opened_on date not null,
    concluded_on date,
    title text not null,
    checks bigint not null,
    findings bigint not null
);
create index inspection_opened on inspection (opened_index);

create table inspection_project (
    inspection text collate "C" not null,
    project text collate "C" not null,
    primary key (project, inspection)
);
