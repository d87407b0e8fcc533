-- Blind verification. A comparison is of a case, or planted: one of the known pairs. All else about
-- them is alike. Prints lie under the pair's key, laid on plates, without anything that names them.

create table known_pair (
  known_pair_id uuid primary key,
  pair_key text not null unique,
  is_mate boolean not null,
  source text not null,
  added_by text not null,
  added_at timestamptz not null,
  retired_at timestamptz
);

create table comparison (
  comparison_id uuid primary key,
  case_id uuid,
  known_pair_id uuid references known_pair,
  pair_key text not null,
  control text,
  encounter_id uuid,
  -- Whether the first print is shown on the right: drawn once, the same for all who look.
  mirrored boolean not null,
  state text not null default 'PREPARING'
    check (state in ('PREPARING', 'OPEN', 'CONFLICT', 'SETTLED', 'WITHDRAWN')),
  read_tries integer not null default 0,
  settlement text,
  created_at timestamptz not null,
  settled_at timestamptz,
  check ((case_id is null) = (known_pair_id is not null)),
  check ((state = 'SETTLED') = (settlement is not null))
);
create unique index on comparison (case_id) where state in ('PREPARING', 'OPEN', 'CONFLICT');
create index on comparison (state, created_at);
create index on comparison (pair_key);

create table comparison_print (
  pair_key text not null,
  fgp smallint not null,
  is_first boolean not null,
  png bytea not null,
  template bytea not null,
  primary key (pair_key, fgp, is_first)
);

create table comparison_task (
  task_id uuid primary key,
  comparison_id uuid not null references comparison,
  examiner text not null,
  by_supervisor boolean not null,
  fingers integer[] not null,
  taken_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ending text check (ending in ('GIVEN', 'SKIPPED', 'CONFLICT_OF_INTEREST', 'TIMED_OUT',
    'WITHDRAWN', 'OFF')),
  reason text,
  check ((ended_at is null) = (ending is null))
);
create unique index on comparison_task (examiner) where ended_at is null;
create index on comparison_task (comparison_id);

create table comparison_verdict (
  verdict_id uuid primary key,
  task_id uuid not null unique references comparison_task,
  conclusion text not null,
  note text not null,
  active_ms bigint not null,
  given_at timestamptz not null
);

create table comparison_mark (
  verdict_id uuid not null references comparison_verdict,
  fgp smallint not null,
  number integer not null,
  kind text not null,
  agrees boolean not null,
  first_x double precision not null,
  first_y double precision not null,
  second_x double precision not null,
  second_y double precision not null
);
create index on comparison_mark (verdict_id);

create table comparison_ridge_line (
  verdict_id uuid not null references comparison_verdict,
  fgp smallint not null,
  in_first boolean not null,
  from_x double precision not null,
  from_y double precision not null,
  to_x double precision not null,
  to_y double precision not null,
  counted integer not null
);
create index on comparison_ridge_line (verdict_id);

-- A verdict is never changed. One of an examiner who then left the queue may be set aside, which is
-- said here and leaves it as it was given.
create table comparison_set_aside (
  verdict_id uuid primary key references comparison_verdict,
  at timestamptz not null,
  why text not null
);

create function keep_verdict() returns trigger language plpgsql as $$
begin
  raise exception 'a verdict is not changed: % of %', tg_op, tg_table_name;
end $$;
create trigger keep_verdict before update or delete on comparison_verdict
  for each statement execute function keep_verdict();
create trigger keep_verdict before update or delete on comparison_mark
  for each statement execute function keep_verdict();
create trigger keep_verdict before update or delete on comparison_ridge_line
  for each statement execute function keep_verdict();

create table examiner_standing (
  name text primary key,
  off_since timestamptz,
  off_why text,
  counted_since timestamptz not null,
  reinstated_by text,
  note text
);
