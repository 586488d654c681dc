alter table line add primary key (subject, event_index);
