create index project_registered on project (registered_index);
