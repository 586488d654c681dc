-- What a project belongs to, as an event said it; a later event about the same dimension replaces all of an earlier one's rows.
-- share is the part of the project's money that counts for the value: the shares of a project, an event, a dimension and a
-- vocabulary add up to 1, with an empty value for the part that was not attributed.
create table attribute (
    project text collate "C" not null,
    dimension text collate "C" not null,
    event_index bigint not null,
    vocabulary text collate "C" not null,
    value text collate "C" not null,
    share numeric not null,
    primary key (project, dimension, event_index, vocabulary, value)
);
