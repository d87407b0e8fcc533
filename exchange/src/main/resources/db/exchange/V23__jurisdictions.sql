-- The register of jurisdictions: which county, state or territory takes part, since when, on what basis,
-- and what was made sure of before. Agencies still take part by rows of their own in `activation`.
create table jurisdiction (
  -- A whole state, district or territory has 000 for the county.
  fips      text primary key check (fips ~ '^[0-9]{5}$'),
  name      text not null check (name <> ''),
  state     text not null check (state ~ '^[A-Z]{2}$'),
  listed_at timestamptz not null default now()
);

-- Several that begin on one day, with one public notice.
create table wave (
  wave_id      uuid primary key,
  name         text not null unique check (name <> ''),
  day          date not null,
  planned_by   text not null,
  planned_at   timestamptz not null,
  activated_by text,
  activated_at timestamptz,
  check ((activated_by is null) = (activated_at is null))
);
create table wave_member (
  wave_id uuid not null references wave,
  fips    text not null references jurisdiction,
  primary key (wave_id, fips)
);

-- One row per period. A period is ended once, and ended earlier only while it has not ended; one that was
-- called off before it began ends on the day of its beginning.
create table jurisdiction_period (
  period_id       bigint generated always as identity primary key,
  fips            text not null references jurisdiction,
  active_from     date not null,
  active_to       date check (active_to >= active_from),
  basis           text check (basis in ('STATUTE', 'AGREEMENT', 'ORDER')),
  wave_id         uuid references wave,
  imported        boolean not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  ended_by        text,
  end_reason      text check (end_reason <> ''),
  end_recorded_at timestamptz,
  check (imported = (wave_id is null))
);
create unique index jurisdiction_open on jurisdiction_period (fips) where active_to is null;
create index on jurisdiction_period (fips, active_from);

-- What has to be done before a jurisdiction may begin. Rows are data: an installation adds its own.
create table readiness_item (
  item  text primary key check (item ~ '^[a-z][a-z-]{0,39}$'),
  place int not null unique,
  says  text not null check (says <> '')
);
insert into readiness_item (place, item, says) values
  (1, 'livescan', 'livescan devices are tested, a card goes through'),
  (2, 'relay', 'the state''s bureau relays second answers, or has said that it does not'),
  (3, 'contact', 'a person to turn to is named, by office and telephone'),
  (4, 'legal-basis', 'the legal basis is filed'),
  (5, 'public-notice', 'the public notice is published'),
  (6, 'briefing', 'the staff is briefed');

-- Ticks as they were given and taken back: the last one counts.
create table readiness_tick (
  tick_id bigint generated always as identity primary key,
  fips    text not null references jurisdiction,
  item    text not null references readiness_item,
  done    boolean not null,
  by_whom text not null,
  at      timestamptz not null,
  remark  text not null
);
create index on readiness_tick (fips, item, tick_id desc);
create trigger only_added before update or delete on readiness_tick
  for each row execute function only_added();

-- Of those in force on a day the one filed last counts.
create table legal_basis (
  basis_id        bigint generated always as identity primary key,
  fips            text not null references jurisdiction,
  kind            text not null check (kind in ('STATUTE', 'AGREEMENT', 'ORDER')),
  status          text not null check (status in ('MANDATORY', 'VOLUNTARY', 'SUSPENDED')),
  title           text not null check (title <> ''),
  document_sha256 bytea not null check (octet_length(document_sha256) = 32),
  effective_from  date not null,
  effective_to    date check (effective_to > effective_from),
  filed_by        text not null,
  filed_at        timestamptz not null
);
create index on legal_basis (fips, basis_id desc);
create trigger only_added before update or delete on legal_basis
  for each row execute function only_added();

create table public_notice (
  notice_id    bigint generated always as identity primary key,
  fips         text not null references jurisdiction,
  -- The words, or where they are.
  words        text not null check (words <> ''),
  published_on date not null,
  wave_id      uuid references wave,
  recorded_by  text not null,
  recorded_at  timestamptz not null
);
create index on public_notice (fips, notice_id desc);
create trigger only_added before update or delete on public_notice
  for each row execute function only_added();

-- Who changed what, when and why: made to be read in public.
create table jurisdiction_change (
  change_id bigint generated always as identity primary key,
  at        timestamptz not null,
  by_whom   text not null,
  fips      text not null references jurisdiction,
  what      text not null,
  why       text not null
);
create index on jurisdiction_change (fips, change_id desc);
create trigger only_added before update or delete on jurisdiction_change
  for each row execute function only_added();

-- jurisdiction: its agencies, and when each is active.
create view jurisdiction_agency as
  select a.fips, a.ori, p.effective_from, p.effective_to
  from agency a left join activation p on p.ori = a.ori;

-- agency: where its jurisdiction is listed, it takes part only while that does.
create view listed_jurisdiction as select fips from jurisdiction;
create view listed_period as select fips, active_from, active_to from jurisdiction_period;

-- An activation that is called off before it begins ends on the day of its beginning: it never was active.
alter table activation drop constraint activation_check;
alter table activation add constraint activation_check check (effective_to >= effective_from);
