alter table cash add primary key (event_index, line);
create index cash_account on cash (project, money_account, currency, event_index);
alter table line add primary key (event_index);
create index line_id on line (id, number);
create index statement_id on statement (id);
create index matched_id on matched (id);
create index reconciled_id on reconciled (id);
