-- The exchange's own schema: agencies and activation, submissions and their searches, answers and
-- their delivery, leads. What is committed here is the queue: work is whatever is not done.

create table agency (
  ori           text primary key check (ori ~ '^[A-Z0-9]{9}$'),
  name          text not null,
  state         text not null check (state ~ '^[A-Z]{2}$'),
  fips          text not null check (fips ~ '^[0-9]{5}$'),
  county        text not null default '',
  token_sha256  bytea not null unique,
  second_answer boolean not null default false,
  channel       text not null default 'FETCH' check (channel in ('FETCH', 'FOLDER', 'CALLBACK')),
  callback_url  text,
  created_at    timestamptz not null default now()
);

-- One row per period of activity. Rows are closed, never edited: who was active on any past date
-- stays answerable.
create table activation (
  activation_id  bigint generated always as identity primary key,
  ori            text not null references agency,
  effective_from date not null,
  effective_to   date check (effective_to > effective_from),
  recorded_at    timestamptz not null default now()
);
create index on activation (ori);

create table office (
  office_id    uuid primary key,
  name         text not null unique,
  token_sha256 bytea not null unique,
  created_at   timestamptz not null default now()
);

-- A state ("CA") or a county ("06067").
create table office_coverage (
  office_id uuid not null references office,
  area      text not null check (area ~ '^([A-Z]{2}|[0-9]{5})$'),
  primary key (office_id, area)
);
create index on office_coverage (area);

-- Whoever may add records of their own to a repository.
create table owner_token (
  repository   text not null check (repository in ('criminal', 'immigration')),
  token_sha256 bytea primary key,
  created_at   timestamptz not null default now()
);

create sequence control_number start 1;

create table submission (
  control      text primary key,
  ori          text,
  tcn          text,
  tot          text,
  agency_ori   text references agency,
  channel      text not null,
  sha256       bytea not null,
  bytes        bytea not null,
  state        text not null
    check (state in ('ACCEPTED', 'SEARCHING', 'ANSWERED', 'REFUSED')),
  received_at  timestamptz not null,
  extracted_at timestamptz,
  closed_at    timestamptz,
  attempts     int not null default 0,
  due_at       timestamptz not null default now(),
  last_error   text
);
alter table submission alter column bytes set storage external;
-- A refused transaction may be cured and sent again under its number; any other is answered once.
create unique index submission_once on submission (ori, tcn) where state <> 'REFUSED';
create index on submission (ori, tcn);
create index on submission (tcn);
create index on submission (received_at desc);
create index submission_work on submission (due_at) where state = 'ACCEPTED';

create table finding (
  control  text not null references submission,
  number   int not null,
  severity text not null,
  code     text not null,
  record   text not null,
  field    text not null,
  at_byte  bigint not null,
  expected text not null,
  found    text not null,
  clause   text not null,
  primary key (control, number)
);

create table probe_finger (
  control  text not null references submission,
  fgp      smallint not null check (fgp between 1 and 10),
  record   text not null,
  template bytea not null,
  usable   boolean not null,
  primary key (control, fgp)
);

-- One row per repository that answers a submission; the gate's "not active" is a row too.
create table search (
  control      text not null references submission,
  repository   text not null check (repository in ('criminal', 'immigration')),
  state        text not null check (state in ('PENDING', 'DONE')),
  decision     text check (decision in ('HIT', 'REVIEW', 'NO_HIT', 'NOT_ACTIVE', 'ERROR')),
  score        int,
  person_id    uuid,
  encounter_id uuid,
  searched     int,
  up_to        bigint,
  started_at   timestamptz,
  finished_at  timestamptz,
  attempts     int not null default 0,
  due_at       timestamptz not null default now(),
  last_error   text,
  primary key (control, repository)
);
create index search_work on search (due_at) where state = 'PENDING';

create table answer (
  answer_id   uuid primary key,
  control     text not null references submission,
  source      text not null check (source in ('exchange', 'criminal', 'immigration')),
  tot         text not null,
  srf         text,
  outcome     text not null,
  person_id   uuid,
  -- Kind, value, kind, value ...
  identifiers text[] not null default '{}',
  bytes       bytea not null,
  created_at  timestamptz not null default now(),
  -- Each source answers a submission once.
  unique (control, source)
);

create table delivery (
  answer_id       uuid primary key references answer,
  agency_ori      text not null references agency,
  channel         text not null,
  attempts        int not null default 0,
  due_at          timestamptz not null default now(),
  last_error      text,
  delivered_at    timestamptz,
  acknowledged_at timestamptz
);
create index delivery_work on delivery (due_at)
  where acknowledged_at is null and channel <> 'FETCH';

create table lead (
  lead_id         uuid primary key,
  control         text not null unique references submission,
  tcn             text not null,
  fips            text not null,
  state           text not null,
  office_id       uuid references office,
  person_id       uuid not null,
  encounter_id    uuid not null,
  decision        text not null check (decision in ('HIT', 'REVIEW')),
  names_claimed   text[] not null,
  names_known     text[] not null,
  created_at      timestamptz not null default now(),
  received_at     timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text
);
create index on lead (office_id, created_at);
