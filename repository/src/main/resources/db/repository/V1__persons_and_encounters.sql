-- One biometric repository. Every row belongs to the schema's own role; the other repository's
-- role cannot read it.

create table person (
  person_id  uuid primary key,
  created_at timestamptz not null default now()
);

-- One event at which a person's prints were taken. `source` names where it came from and makes
-- enrolment idempotent: the same source enrols once, however often it is tried.
create table encounter (
  encounter_id uuid primary key,
  person_id    uuid not null references person,
  source       text not null unique,
  occurred_on  date,
  new_person   boolean not null,
  created_at   timestamptz not null default now()
);
create index on encounter (person_id);

-- The file as it came: a reviewer must see the prints themselves.
create table encounter_file (
  encounter_id uuid primary key references encounter on delete cascade,
  sha256       bytea not null,
  bytes        bytea not null
);
alter table encounter_file alter column bytes set storage external;

create table finger (
  encounter_id uuid not null references encounter on delete cascade,
  fgp          smallint not null check (fgp between 1 and 10),
  template     bytea not null,
  primary key (encounter_id, fgp)
);

create table name_used (
  person_id    uuid not null references person on delete cascade,
  encounter_id uuid not null references encounter on delete cascade,
  name         text not null,
  primary key (encounter_id, name)
);
create index on name_used (person_id);

create table identifier (
  kind      text not null,
  value     text not null,
  person_id uuid not null references person on delete cascade,
  primary key (kind, value)
);
create index on identifier (person_id);

create table history_record (
  history_id   bigint generated always as identity primary key,
  encounter_id uuid not null references encounter on delete cascade,
  person_id    uuid not null references person on delete cascade,
  kind         text not null,
  occurred_on  date,
  description  text not null
);
create index on history_record (person_id);

-- What galleries follow. Numbers are taken under an advisory lock held to commit, so a reader that
-- has seen number n has seen all below it.
create table gallery_change (
  change       bigint generated always as identity primary key,
  encounter_id uuid not null,
  removed      boolean not null default false
);

create sequence assigned_id start 1;
