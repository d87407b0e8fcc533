-- Custody clocks, hand-overs, referrals and outcomes. Nothing here asks anybody to hold anybody:
-- there is no column for it, only the lawful limit as configured data and what people reported.

create table facility (
  facility_id uuid primary key,
  ori         text not null check (ori ~ '^[A-Z0-9]{9}$'),
  name        text not null check (length(name) between 1 and 200),
  kind        text not null check (kind in ('STATE_PRISON', 'LOCAL_JAIL')),
  state       text not null check (state ~ '^[A-Z]{2}$'),
  zone        text not null,
  added_by    text not null,
  added_at    timestamptz not null,
  closed_at   timestamptz,
  unique (ori, name)
);
create index on facility (ori);

-- Versions of each state's limit; '**' stands for every state without one of its own.
create table hold_limit (
  state             text not null check (state ~ '^([A-Z]{2}|[*]{2})$'),
  version           int not null check (version > 0),
  effective_from    date not null,
  hours             int not null check (hours between 0 and 48),
  excludes_weekends boolean not null,
  excludes_holidays boolean not null,
  source            text not null check (source <> ''),
  verified          boolean not null,
  added_by          text not null,
  added_at          timestamptz not null default now(),
  primary key (state, version)
);
insert into hold_limit values ('**', 1, '2008-10-27', 48, true, true,
  'Former notice form: at most 48 hours, Saturdays, Sundays and holidays not counted. The 48 hours'
  || ' are from a public encyclopaedia; that weekends and holidays do not count is from memory.'
  || ' Check against the law of the state before relying on it.', false, 'migration');

create table hold_holiday (
  day    date primary key,
  name   text not null,
  source text not null
);
insert into hold_holiday select day, name, '5 U.S.C. 6103, days as observed; unverified' from (values
  (date '2026-01-01', 'New Year'), (date '2026-01-19', 'Martin Luther King day'),
  (date '2026-02-16', 'Washington''s birthday'), (date '2026-05-25', 'Memorial day'),
  (date '2026-06-19', 'Juneteenth'), (date '2026-07-03', 'Independence day, observed'),
  (date '2026-09-07', 'Labor day'), (date '2026-10-12', 'Columbus day'),
  (date '2026-11-11', 'Veterans day'), (date '2026-11-26', 'Thanksgiving'),
  (date '2026-12-25', 'Christmas'),
  (date '2027-01-01', 'New Year'), (date '2027-01-18', 'Martin Luther King day'),
  (date '2027-02-15', 'Washington''s birthday'), (date '2027-05-31', 'Memorial day'),
  (date '2027-06-18', 'Juneteenth, observed'), (date '2027-07-05', 'Independence day, observed'),
  (date '2027-09-06', 'Labor day'), (date '2027-10-11', 'Columbus day'),
  (date '2027-11-11', 'Veterans day'), (date '2027-11-25', 'Thanksgiving'),
  (date '2027-12-24', 'Christmas, observed')) as h (day, name);

-- How long before (or, for what is missing, after) a moment an alarm is raised.
create table alarm_lead (
  kind  text not null,
  hours int not null check (hours between 0 and 8784),
  primary key (kind, hours)
);
insert into alarm_lead values
  ('RELEASE_NEAR', 72), ('RELEASE_NEAR', 24), ('RELEASE_NEAR', 4),
  ('SENTENCE_END_NEAR', 2160), ('SENTENCE_END_NEAR', 720), ('SENTENCE_END_NEAR', 168),
  ('LIMIT_NEAR', 12), ('LIMIT_NEAR', 4),
  ('OUTCOME_MISSING', 720), ('OUTCOME_MISSING', 1440), ('OUTCOME_MISSING', 2160);

-- One row a case whose person is, or was, in somebody's custody.
create table custody (
  case_id      uuid primary key,
  control      text not null unique,
  tcn          text not null,
  booking_ori  text not null,
  state        text not null,
  opened_at    timestamptz not null,
  -- When the watch has to look again; null when there is nothing more to come.
  next_look_at timestamptz
);
create index on custody (booking_ori);
create index on custody (next_look_at) where next_look_at is not null;

create table custody_event (
  event_id    uuid primary key,
  case_id     uuid not null references custody,
  milestone   text not null check (milestone in
    ('BOOKED', 'RELEASE_EXPECTED', 'RELEASE_ELIGIBLE', 'SENTENCE_END', 'RELEASED')),
  at          timestamptz not null,
  facility_id uuid references facility,
  corrects    uuid unique references custody_event,
  withdrawn   boolean not null default false,
  by_whom     text not null,
  role        text not null,
  source      text not null,
  recorded_at timestamptz not null,
  number      bigint generated always as identity,
  check (not withdrawn or corrects is not null)
);
create index on custody_event (case_id);

create table hand_over (
  hand_over_id uuid primary key,
  case_id      uuid not null references custody,
  at           timestamptz not null,
  from_whom    text not null check (from_whom <> ''),
  to_facility  uuid references facility,
  to_whom      text not null check (to_whom <> ''),
  handed_by    text not null check (handed_by <> ''),
  by_whom      text not null,
  role         text not null,
  recorded_at  timestamptz not null,
  number       bigint generated always as identity
);
create index on hand_over (case_id);
create index on hand_over (at);

create table hand_over_receipt (
  hand_over_id uuid primary key references hand_over,
  receipt      text not null check (receipt <> ''),
  by_whom      text not null,
  recorded_at  timestamptz not null
);

create table custody_alarm (
  case_id    uuid not null references custody,
  kind       text not null,
  -- What it is about and how long before: the same alarm is never raised twice.
  about      text not null,
  due_at     timestamptz not null,
  raised_at  timestamptz not null,
  number     bigint generated always as identity,
  primary key (case_id, kind, about)
);

create table referral (
  referral_id   uuid primary key,
  case_id       uuid not null unique references custody,
  prior_removal text not null check (prior_removal <> ''),
  removed_on    date not null,
  referred_to   text not null check (referred_to <> ''),
  referred_at   timestamptz not null,
  by_whom       text not null
);

create table referral_step (
  step_id      uuid primary key,
  referral_id  uuid not null references referral,
  step         text not null,
  on_day       date not null,
  sentence     text not null default '',
  sentence_end date,
  source       text not null check (source <> ''),
  by_whom      text not null,
  recorded_at  timestamptz not null,
  number       bigint generated always as identity
);

create table programme (
  code     text primary key check (code ~ '^[A-Z0-9_]{2,20}$'),
  name     text not null check (name <> ''),
  source   text not null check (source <> ''),
  added_by text not null,
  added_at timestamptz not null default now()
);
insert into programme values
  ('INTEROP', 'Fingerprint interoperability of two repositories', 'This system', 'migration'),
  ('CAP', 'Criminal Alien Program', 'Release on Imperial County, 10 September 2009', 'migration'),
  ('FUGITIVE', 'Fugitive Operations Program', 'Release on Imperial County, 10 September 2009',
   'migration');

-- The last row of a case counts; those before it were corrected by it.
create table outcome (
  outcome_id  uuid primary key,
  case_id     uuid not null,
  kind        text not null,
  on_day      date not null,
  source      text not null check (source <> ''),
  programme   text not null references programme,
  reason      text not null default '',
  by_whom     text not null,
  recorded_at timestamptz not null,
  number      bigint generated always as identity
);
create index on outcome (case_id);

-- What an agency's staff spent on reports that there would be none of without this system.
create table agency_burden (
  ori     text not null,
  what    text not null,
  seconds numeric not null check (seconds >= 0),
  clicks  int not null check (clicks >= 0),
  at      timestamptz not null
);
create index on agency_burden (ori, at);

create function only_added() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger only_added before update or delete on custody_event
  for each row execute function only_added();
create trigger only_added before update or delete on hand_over
  for each row execute function only_added();
create trigger only_added before update or delete on hand_over_receipt
  for each row execute function only_added();
create trigger only_added before update or delete on custody_alarm
  for each row execute function only_added();
create trigger only_added before update or delete on referral
  for each row execute function only_added();
create trigger only_added before update or delete on referral_step
  for each row execute function only_added();
create trigger only_added before update or delete on outcome
  for each row execute function only_added();
create trigger only_added before update or delete on hold_limit
  for each row execute function only_added();
