-- Cases and what they rest on. A case's row says where it stands now; case_event says how it came
-- there. Evidence is added, never edited: what was believed on any day stays answerable.

create sequence case_number start 1;

create table case_file (
  case_id      uuid primary key,
  -- What people call it: "C2026-000001".
  number       text not null unique,
  person_id    uuid not null,
  state        text not null,
  -- Every step names the version it saw; a stale one is refused.
  version      int not null default 0,
  stopped      boolean not null default false,
  fips         text not null,
  place_state  text not null,
  office       text,
  level        text not null default 'UNDETERMINED',
  assigned_to  text,
  opened_at    timestamptz not null,
  verified_at  timestamptz,
  outcome      text,
  closed_at    timestamptz,
  purged_at    timestamptz
);
create index on case_file (state, opened_at);
create index on case_file (person_id);
create index on case_file (assigned_to) where closed_at is null;

-- The bookings of a case; the first is the one examiners compare.
create table case_lead (
  lead_id       uuid primary key,
  case_id       uuid not null references case_file,
  control       text not null unique,
  tcn           text not null,
  encounter_id  uuid not null,
  decision      text not null check (decision in ('HIT', 'REVIEW')),
  names_claimed text[] not null,
  names_known   text[] not null,
  made_at       timestamptz not null,
  joined        boolean not null default false
);
create index on case_lead (case_id);

create table case_event (
  event_id bigint generated always as identity primary key,
  case_id  uuid not null references case_file,
  at       timestamptz not null,
  actor    text not null,
  role     text not null,
  purpose  text not null,
  step     text not null,
  from_state text not null,
  to_state text not null,
  note     text not null default ''
);
create index on case_event (case_id, event_id);

create table citizenship_check (
  check_id   bigint generated always as identity primary key,
  case_id    uuid not null references case_file,
  kind       text not null,
  result     text not null check (result in ('NEGATIVE', 'POSITIVE', 'UNAVAILABLE')),
  -- What the indicator is, or why the source could not be asked.
  detail     text not null default '',
  source     text not null,
  source_date date not null,
  by_name    text not null,
  at         timestamptz not null,
  check (result = 'NEGATIVE' or detail <> '')
);
create index on citizenship_check (case_id, check_id);

create table citizenship_review (
  review_id bigint generated always as identity primary key,
  case_id   uuid not null references case_file,
  finding   text not null,
  by_name   text not null,
  at        timestamptz not null
);
create index on citizenship_review (case_id, review_id);

create table fact (
  fact_id bigint generated always as identity primary key,
  case_id uuid not null references case_file,
  side    text not null check (side in ('FOR', 'AGAINST', 'NONE_FOUND')),
  kind    text not null,
  -- What was found, or, for NONE_FOUND, what was searched.
  content text not null,
  source  text not null,
  by_name text not null,
  at      timestamptz not null
);
create index on fact (case_id, fact_id);

create table source_document (
  document_id uuid primary key,
  case_id     uuid not null references case_file,
  title       text not null,
  is_primary  boolean not null,
  grade       text not null check (grade in ('A', 'B', 'C', 'D', 'E')),
  issued_on   date not null,
  media_type  text not null,
  sha256      bytea not null,
  size        int not null,
  -- Empty once purged; hash and size stay.
  bytes       bytea,
  by_name     text not null,
  at          timestamptz not null
);
create index on source_document (case_id, at);

create table interview (
  interview_id bigint generated always as identity primary key,
  case_id  uuid not null references case_file,
  -- Empty where none was held, and then the reason is not.
  held_on  date,
  language text not null default '',
  content  text not null,
  by_name  text not null,
  at       timestamptz not null
);
create index on interview (case_id, interview_id);

create table protected_stop (
  stop_id     bigint generated always as identity primary key,
  case_id     uuid not null references case_file,
  kind        text not null,
  by_name     text not null,
  at          timestamptz not null,
  released_by text,
  released_at timestamptz,
  reason      text
);
create index on protected_stop (case_id, stop_id);

-- What a court or prosecutor made of a charge, by a document that says so.
create table disposition_note (
  note_id     bigint generated always as identity primary key,
  case_id     uuid not null references case_file,
  line        text not null,
  disposition text not null,
  detail      text not null,
  decided_on  date,
  document_id uuid not null references source_document,
  by_name     text not null,
  at          timestamptz not null
);
create index on disposition_note (case_id, note_id);

create table determination (
  determination_id uuid primary key,
  case_id        uuid not null references case_file,
  outcome        text not null,
  database_only  boolean not null,
  primary_document uuid references source_document,
  narrative      text not null,
  signed_by      text not null,
  signed_at      timestamptz not null,
  second_needed  boolean not null,
  second_by      text,
  second_at      timestamptz,
  returned_at    timestamptz,
  check (second_by is null or second_by <> signed_by)
);
create index on determination (case_id, signed_at);

-- Second answers on their way out: what is committed here is the queue.
create table outbound_answer (
  outbound_id      uuid primary key,
  case_id          uuid not null references case_file,
  control          text not null,
  -- Empty only for the no-match answer after an exclusion by examiners.
  determination_id uuid references determination,
  attempts         int not null default 0,
  due_at           timestamptz not null,
  last_error       text,
  sent_at          timestamptz,
  unique (control, determination_id)
);
create index on outbound_answer (due_at) where sent_at is null;

create function added_only() returns trigger language plpgsql as $$
begin
  raise exception '% rows are added, never changed or removed', tg_table_name;
end $$;

create trigger added_only before update or delete on case_event
  for each row execute function added_only();
create trigger added_only before update or delete on citizenship_check
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
create trigger added_only before update or delete on citizenship_review
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
create trigger added_only before update or delete on fact
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
create trigger added_only before update or delete on source_document
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
create trigger added_only before update or delete on interview
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
create trigger added_only before update or delete on disposition_note
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
