-- One side of a double entry a row; the columns are those of the record Posting.
create table posting (
    event_index bigint not null,
    recorded_at timestamptz not null,
    effective_date date not null,
    line smallint not null,
    project text collate "C" not null,
    account text collate "C" not null,
    contra text collate "C" not null,
    currency text collate "C" not null,
    amount numeric not null,
    booking_period text collate "C" not null,
    money_account text collate "C",
    donor text,
    funding_source text collate "C" not null
);

-- Sums of all postings of events below until_index, by the month of their effective date (its first day).
create table block (
    until_index bigint not null,
    account text collate "C" not null,
    currency text collate "C" not null,
    month date not null,
    amount numeric not null,
    primary key (until_index, account, currency, month)
);

-- From when on a project keeps cash here; before that its cash is not recorded, which is not zero.
create table aid_account (
    event_index bigint primary key,
    effective_date date not null,
    project text collate "C" not null
);
create index aid_account_project on aid_account (project);

-- Whose books a project is in, from its registration on.
create table reporting_entity (
    event_index bigint primary key,
    project text collate "C" not null,
    entity text collate "C" not null
);
create index reporting_entity_entity on reporting_entity (entity);
