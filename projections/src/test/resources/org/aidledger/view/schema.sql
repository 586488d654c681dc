create table seen (index bigint not null);
