-- A donor as it was registered; search holds its names without accents, in lower case.
create table donor (
    id text collate "C" primary key,
    registered_index bigint not null,
    effective_date date not null,
    kind text collate "C" not null,
    name text not null,
    name_vi text,
    country text collate "C" not null,
    search text not null
);
create index donor_registered on donor (registered_index);

-- After every event about a donor's certificate: the days on which it was or will be in force, as far as was known then.
create table standing (
    ngo text collate "C" not null,
    event_index bigint not null,
    active datemultirange not null,
    certificate text,
    valid_to date,
    suspended boolean not null,
    primary key (ngo, event_index)
);
