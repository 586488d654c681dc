-- One row an inspection, from its plan or its opening on; what it checked and found is read from its own events.
create table inspection (
    id text collate "C" primary key,
    first_index bigint not null,
    planned_index bigint,
    planned_on date,
    abandoned_index bigint,
    opened_index bigint,
    opened_on date,
    concluded_index bigint,
    concluded_on date,
    title text not null,
    checks bigint not null,
    findings bigint not null
);
create index inspection_first on inspection (first_index);

create table inspection_project (
    inspection text collate "C" not null,
    project text collate "C" not null,
    primary key (project, inspection)
);

-- One row a finding, with the events that moved it on, so that its state known at any time can be told.
create table finding (
    inspection text collate "C" not null,
    number int not null,
    raised_index bigint not null,
    raised_on date not null,
    project text collate "C" not null,
    severity text collate "C" not null,
    sentence text not null,
    amount numeric,
    currency text collate "C",
    answered_index bigint,
    escalated_index bigint,
    recovery_index bigint,
    recovery_amount numeric,
    recovery_currency text collate "C",
    recovery_due date,
    primary key (inspection, number)
);
create index finding_raised on finding (raised_index);

create table action (
    inspection text collate "C" not null,
    number int not null,
    finding int not null,
    agreed_index bigint not null,
    due date not null,
    responsible text not null,
    done_index bigint,
    verified_index bigint,
    primary key (inspection, number)
);
create index action_finding on action (inspection, finding);
