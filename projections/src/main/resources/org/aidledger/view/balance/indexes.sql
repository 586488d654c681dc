alter table posting add primary key (event_index, line);
create index posting_project on posting (project, event_index);
create index posting_effective on posting (effective_date, event_index) include (account, currency, amount);
