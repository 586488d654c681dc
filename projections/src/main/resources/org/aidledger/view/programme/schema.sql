-- One row a programme.
create table programme (
    id text collate "C" primary key,
    event_index bigint not null,
    name_vi text not null,
    name_en text,
    province text,
    province_list date,
    first_year int not null,
    last_year int not null
);

-- One row a setting of a year's targets; the one in use is the last known.
create table target (
    event_index bigint primary key,
    programme text collate "C" not null,
    year int not null,
    donors bigint,
    source text not null
);
create index target_year on target (programme, year, event_index);

create table sector_target (
    event_index bigint not null,
    place int not null,
    vocabulary text collate "C" not null,
    code text collate "C" not null,
    amount numeric not null,
    currency text collate "C" not null,
    primary key (event_index, place)
);
