-- One row a recorded rate; the one in use is the last recorded for its period.
create table rate (
    table_id text collate "C" not null,
    currency text collate "C" not null,
    valid_from date not null,
    valid_to date not null,
    event_index bigint not null,
    place bigint not null,
    base text collate "C" not null,
    units numeric not null,
    source text not null,
    primary key (event_index, place)
);
create index rate_currency on rate (table_id, currency, valid_from);
