-- A project as it was registered; search holds code, titles and donors without accents, in lower case.
create table project (
    id text collate "C" not null primary key,
    registered_index bigint not null,
    effective_date date not null,
    code text collate "C" not null,
    title_vi text,
    title_en text,
    kind text collate "C" not null,
    budget_treatment text collate "C" not null,
    perspective text collate "C" not null,
    donors text not null,
    managing_agency text,
    aid_owner text,
    search text not null
);
create index project_code on project (code);

-- Every word on a project's status, so that the status known at any time can be told: the last of the heaviest.
create table status (
    project text collate "C" not null,
    event_index bigint not null,
    status text collate "C" not null,
    weight smallint not null,
    primary key (project, event_index)
);

-- What was amended of it since: the last word on a column counts, and what it is found by is added to what it was found by.
create table fact (
    project text collate "C" not null,
    event_index bigint not null,
    field text collate "C" not null,
    value text,
    search text,
    primary key (project, event_index)
);
create index fact_code on fact (value) where field = 'code';
