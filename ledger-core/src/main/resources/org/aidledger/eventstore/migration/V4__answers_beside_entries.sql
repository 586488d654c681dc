-- What was answered to an idempotency key stands beside the last entry of the answer and no longer in a table of its own: one
-- statement and one table less for every append. This is the one time that rows of the log are touched, and only in columns that
-- are new; what is hashed stays as it is, as every verification shows.
alter table ledger.entry
    add column answer_key            text collate "C",
    add column answer_request_sha256 bytea,
    add column answer_first_index    bigint;
comment on column ledger.entry.answer_key is
    'The idempotency key that the append was asked with, on its last entry only; it and the two that go with it are not in the leaf.';
comment on column ledger.entry.answer_request_sha256 is 'Digest of that request: the same key with another one is refused.';
comment on column ledger.entry.answer_first_index is 'The first entry of what it was answered with; this one is the last.';

alter table ledger.entry disable trigger append_only;
update ledger.entry e
   set answer_key = a.key, answer_request_sha256 = a.request_sha256, answer_first_index = a.first_index
  from ledger.answer a
 where e.index = a.last_index;
alter table ledger.entry enable always trigger append_only;

create unique index entry_answer on ledger.entry (answer_key) where answer_key is not null;
drop table ledger.answer;
