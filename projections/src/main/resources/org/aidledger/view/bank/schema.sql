-- Money accounts that projects have opened.
create table opened (
    event_index bigint primary key,
    project text collate "C" not null,
    money_account text collate "C" not null,
    bank text not null,
    account_reference text not null,
    opened_on date not null
);

-- What the ledger's events move on money accounts, one row a posting on CASH.
create table cash (
    event_index bigint not null,
    line smallint not null,
    project text collate "C" not null,
    money_account text collate "C" not null,
    currency text collate "C" not null,
    amount numeric not null,
    effective_date date not null,
    type text collate "C" not null,
    reference text,
    posted_by text
);

-- Statements; "undone" says which do not count any more.
create table statement (
    event_index bigint primary key,
    id text collate "C" not null,
    project text collate "C" not null,
    money_account text collate "C" not null,
    currency text collate "C" not null,
    from_date date not null,
    to_date date not null,
    opening numeric not null,
    closing numeric not null,
    first_line bigint not null,
    last_line bigint not null,
    source text not null,
    sha256 text
);

create table line (
    event_index bigint not null,
    id text collate "C" not null,
    number bigint not null,
    booking_date date not null,
    value_date date,
    amount numeric not null,
    reference text,
    counterparty text,
    description text
);

create table matched (
    event_index bigint primary key,
    id text collate "C" not null,
    number bigint not null,
    matched_by text
);

-- The lines (LINE, by number) and entries (ENTRY, by index) of a match.
create table part (
    event_index bigint not null,
    place int not null,
    kind text collate "C" not null,
    reference bigint not null,
    primary key (event_index, place)
);

-- That a match, by its number, or a statement, by its last day, was withdrawn.
create table undone (
    event_index bigint primary key,
    id text collate "C" not null,
    match bigint,
    to_date date
);
create index undone_id on undone (id);

create table reconciled (
    event_index bigint primary key,
    id text collate "C" not null,
    to_date date not null,
    closing numeric not null,
    ledger numeric not null,
    size bigint not null,
    reconciled_on date not null,
    reconciled_by text
);

create table explained (
    event_index bigint not null,
    place int not null,
    kind text collate "C" not null,
    reference bigint,
    amount numeric not null,
    explanation text not null,
    primary key (event_index, place)
);
