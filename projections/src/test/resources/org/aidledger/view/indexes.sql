alter table seen add primary key (index);
