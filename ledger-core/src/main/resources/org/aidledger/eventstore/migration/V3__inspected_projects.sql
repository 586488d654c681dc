-- Whether a project was ever inspected is asked before who inspects it; a log from before that has the latter only, as
-- inspects/PROJECT/ACTOR. No id of a project has a slash.
insert into ledger.tag (tag, index)
select distinct 'inspected/' || split_part(tag, '/', 2), index from ledger.tag where tag like 'inspects/%'
on conflict do nothing;

-- So that the application can tell whether this is the schema it was written for.
grant select on ledger.migration to ${app};
