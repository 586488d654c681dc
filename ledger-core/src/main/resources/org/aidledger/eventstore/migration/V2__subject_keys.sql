-- The keys under which personal data is sealed in events. The one schema where the application may delete: destroying a key
-- makes what it sealed unreadable for ever and leaves every hash and proof of the log as it was.

create schema subject_key;

create table subject_key.key (
    subject    text        collate "C" not null,
    key        bytea       not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint key_pk primary key (subject),
    constraint key_of_256_bits check (octet_length(key) = 32)
);
comment on table subject_key.key is
    'One row a subject: the AES-256 key that seals what events say of them. Deleted to erase it; never changed.';

grant usage on schema subject_key to ${app};
grant select, insert, delete on subject_key.key to ${app};
