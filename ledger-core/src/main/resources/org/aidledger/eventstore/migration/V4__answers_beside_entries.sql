-- What was answered to an idempotency key stands beside the last entry of the answer and no longer in a table of its own: one
-- statement and one table less for every append. This is the one time that rows of the log are touched, and only in columns that
-- are new; what is hashed stays as it is, as every verification shows.
set local lock_timeout = '30s';

alter table ledger.entry
    add column answer_key            text collate "C",
    add column answer_request_sha256 bytea,
    add column answer_first_index    bigint,
    add constraint entry_answer_whole check (
        num_nulls(answer_key, answer_request_sha256, answer_first_index) in (0, 3) and answer_first_index <= index);
create unique index entry_answer on ledger.entry (answer_key) where answer_key is not null;

alter table ledger.entry disable trigger append_only;
do $$
declare
    moved bigint;
    answers bigint;
begin
    update ledger.entry e
       set answer_key = a.key, answer_request_sha256 = a.request_sha256, answer_first_index = a.first_index
      from ledger.answer a
     where e.index = a.last_index;
    get diagnostics moved = row_count;
    select count(*) into answers from ledger.answer;
    if moved <> answers then
        raise exception 'of % answers to idempotency keys only % name an entry that is there: the log has been changed',
            answers, moved using hint = 'Nothing was migrated. Verify the log with the program that wrote it.';
    end if;
end $$;
alter table ledger.entry enable always trigger append_only;
drop table ledger.answer;

comment on table ledger.entry is
    'One row an event. leaf holds the canonical bytes that were hashed; leaf_hash is their RFC 6962 leaf hash, so that a changed leaf is named exactly even before its tile is full; the other columns but the answer''s repeat what the leaf says, for indexing. All that do are compared with the leaf by every full verification.';
comment on column ledger.entry.answer_key is
    'The idempotency key that the append was asked with, on its last entry; null on all others. Not in the leaf.';
comment on column ledger.entry.answer_request_sha256 is 'Digest of that request: the same key with another one is refused.';
comment on column ledger.entry.answer_first_index is 'The first entry of what it was answered with; this one is the last.';
