-- A purge takes out what people wrote and marked of a person wherever it stands; who wrote it, when and
-- which conclusion they came to stay. Nothing else changes these rows, as before.
do $$
declare
  kept text;
begin
  foreach kept in array array['custody_event', 'hand_over', 'hand_over_receipt', 'referral',
      'referral_step', 'outcome'] loop
    execute format('drop trigger only_added on %I', kept);
    execute format('create trigger only_added before update or delete on %I for each row'
      ' when (coalesce(current_setting(''casework.purge'', true), '''') <> ''on'')'
      ' execute function only_added()', kept);
  end loop;
  foreach kept in array array['comparison_verdict', 'comparison_mark', 'comparison_ridge_line'] loop
    execute format('drop trigger keep_verdict on %I', kept);
    execute format('create trigger keep_verdict before update or delete on %I for each row'
      ' when (coalesce(current_setting(''casework.purge'', true), '''') <> ''on'')'
      ' execute function keep_verdict()', kept);
  end loop;
end $$;

-- The signed text that is left in the place of what went.
create table case_receipt (
  receipt_id bigint generated always as identity primary key,
  case_id    uuid not null references case_file,
  made_at    timestamptz not null,
  text       text not null
);
create index on case_receipt (case_id, receipt_id);
create trigger added_only before update or delete on case_receipt
  for each row execute function added_only();

-- Why a case is to be purged once the hold on it is released.
alter table case_file add column purge_wanted text check (purge_wanted <> '');

-- What keeps a closed case from being purged by a rule: somebody complained and is not answered, or
-- somebody who was told has not acknowledged a correction; an answer is still on its way.
create view case_kept as
  select case_id from redress_item where case_id is not null and decided_at is null
  union
  select i.case_id from redress_item i join correction_notice n using (item_id)
  where i.case_id is not null and n.acknowledged_at is null
  union
  select case_id from outbound_answer where sent_at is null;
