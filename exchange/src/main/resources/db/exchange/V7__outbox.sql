-- Facts as other rooms hear of them, written in the transaction that made them and kept for good:
-- whoever counts can begin again from the first. The room outbox says how they are read.
create table outbox (
  sequence    bigint generated always as identity primary key,
  event_id    uuid not null unique,
  kind        text not null,
  version     int not null check (version > 0),
  occurred_at timestamptz not null,
  body        json not null
);
create function only_added() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger only_added before update or delete on outbox
  for each row execute function only_added();

-- Casework follows the outbox now instead of marking leads. Those it has not taken become facts;
-- those it has are its own already.
insert into outbox (event_id, kind, version, occurred_at, body)
select gen_random_uuid(), 'lead.made', 1, created_at,
  json_build_object('leadId', lead_id, 'control', control, 'fips', fips, 'state', state,
    'decision', decision)
from lead where taken_at is null order by created_at, lead_id;
drop index lead_untaken;
alter table lead drop column taken_at;

-- Who ended a period of activity, and why.
alter table activation add column ended_by text;
alter table activation add column end_reason text check (end_reason <> '');
alter table activation add column end_recorded_at timestamptz;
