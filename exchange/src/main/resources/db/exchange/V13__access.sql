-- Access is managed: tokens end and overlap, agencies, offices and people are disabled and enabled.

-- Of an agency or of an office. One that has ended is kept for a while: its bearer is told why it is
-- refused.
create table access_token (
  token_sha256 bytea primary key,
  agency_ori   text references agency on delete cascade,
  office_id    uuid references office on delete cascade,
  made_at      timestamptz not null default now(),
  -- Null: until another takes its place.
  expires_at   timestamptz,
  check (num_nonnulls(agency_ori, office_id) = 1)
);
create index on access_token (agency_ori) where agency_ori is not null;
create index on access_token (office_id) where office_id is not null;
insert into access_token (token_sha256, agency_ori, made_at)
  select token_sha256, ori, created_at from agency;
insert into access_token (token_sha256, office_id, made_at)
  select token_sha256, office_id, created_at from office;
alter table agency drop column token_sha256;
alter table office drop column token_sha256;

alter table agency add column disabled_at timestamptz;
alter table office add column disabled_at timestamptz;

-- The bureaus under whose ORI a state's agencies may send, with their own in 2.073.
create table state_bureau (
  state text not null check (state ~ '^[A-Z]{2}$'),
  ori   text not null check (ori ~ '^[A-Z0-9]{9}$'),
  since timestamptz not null default now(),
  primary key (state, ori)
);

-- Until now an agency without a permit could name whatever was no other agency's. What it has sent under
-- so far it may go on with.
insert into agency_sends_as (agency_ori, ori)
  select distinct s.agency_ori, s.ori from submission s
  where s.agency_ori is not null and s.state <> 'REFUSED' and s.ori <> s.agency_ori
    and s.ori ~ '^[A-Z0-9]{9}$'
    and not exists (select from agency a where a.ori = s.ori)
    and not exists (select from agency_sends_as p where p.agency_ori = s.agency_ori);

-- How an open answer goes out follows the agency's channel; one that waits in a folder for an agency
-- that fetches came in by a folder.
update delivery d set channel = a.channel from agency a
  where a.ori = d.agency_ori and d.acknowledged_at is null
    and (a.channel <> 'FETCH' or d.channel = 'CALLBACK');

-- agency: its open answers, which follow its channel, and who looks at the console for it.
create view open_delivery as
  select answer_id, agency_ori, channel, due_at from delivery where acknowledged_at is null;

-- answer: how the receiver is answered, and if at all.
create or replace view receiver as
  select ori, name, state, second_answer, channel, disabled_at from agency;

alter table operator
  add column disabled_at timestamptz,
  add column expires_at  timestamptz,
  -- The name stays taken: ledger and cases speak of it.
  add column removed_at  timestamptz,
  -- Sessions of an earlier number are over.
  add column epoch       int not null default 0;
-- A link that gives somebody another password makes nobody.
alter table setup_link add column resets text references operator;

create view agency_user as
  select name, scope as ori from operator where role = 'BOOKING_AGENCY' and removed_at is null;
