-- Second answers after people have decided. Several may follow one another: a determination can be
-- corrected. Their number comes from casework's outbox, so that sending twice is sending once.
alter table answer drop constraint answer_source_check;
alter table answer add constraint answer_source_check
  check (source in ('exchange', 'criminal', 'immigration', 'determination'));
alter table answer drop constraint answer_control_source_key;
create unique index answer_once on answer (control, source) where source <> 'determination';
create index on answer (control);

-- Whether a state passes second answers with a determination on to agencies that can receive them.
-- No row means no.
create table state_option (
  state      text primary key check (state ~ '^[A-Z]{2}$'),
  forwards   boolean not null,
  changed_by text not null,
  changed_at timestamptz not null
);

-- What the state bureau got, always first; whether it went on to the agency.
create table bureau_answer (
  answer_id   uuid primary key references answer,
  state       text not null,
  forwarded   boolean not null,
  sent_at     timestamptz not null,
  received_at timestamptz,
  received_by text
);
create index on bureau_answer (state, sent_at desc);

-- Leads that casework has taken on: opened a case for, or joined to one.
alter table lead add column taken_at timestamptz;
create index lead_untaken on lead (created_at) where taken_at is null;
