-- Whether a project was ever inspected is asked before who inspects it; a log from before that has the latter only.
insert into ledger.tag (tag, index)
select distinct 'inspected/' || jsonb_array_elements_text(
           convert_from(leaf, 'UTF8')::jsonb -> 'payload' -> 'projects'), index
  from ledger.entry
 where type = 'inspection.InspectionOpened'
on conflict do nothing;
