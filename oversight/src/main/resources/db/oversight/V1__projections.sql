-- What is counted of other rooms' facts. All of it can be emptied and made again from the facts.

-- How far each stream of facts was followed.
create table stream (
  name       text primary key,
  place      bigint not null default 0,
  facts      bigint not null default 0,
  last_at    timestamptz,
  seal       text not null default repeat('0', 64)
);

-- Facts that this version cannot read: they count for nothing, and that is shown.
create table unread_fact (
  stream   text not null references stream on delete cascade,
  sequence bigint not null,
  kind     text not null,
  why      text not null,
  primary key (stream, sequence)
);

-- Bookings of which more facts may come, and cases.
create table booking_track (
  control text primary key,
  body    json not null
);
create table case_track (
  case_id text primary key,
  body    json not null
);

-- The counts: for each cell, how many bookings or cases stand there.
create table tally (
  measure          text not null,
  detail           text not null,
  month            date not null,
  fips             text not null,
  state            text not null,
  agency           text not null,
  at_booking       text not null,
  at_determination text not null,
  charged          text not null,
  facility         text not null,
  programme        text not null,
  n                bigint not null,
  primary key (month, fips, measure, detail, agency, state, at_booking, at_determination, charged,
    facility, programme)
);

-- The register of jurisdictions.
create table jurisdiction_track (
  fips text primary key,
  body json not null
);

-- Reports as they were published: their files are never changed. A correction is a version more.
create table report (
  month     date not null,
  version   int not null check (version > 0),
  made_at   timestamptz not null,
  made_by   text not null,
  files_sha256 text not null,
  primary key (month, version)
);
create table report_file (
  month   date not null,
  version int not null,
  name    text not null,
  bytes   bytea not null,
  primary key (month, version, name),
  foreign key (month, version) references report
);
create function only_added() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger only_added before update or delete or truncate on report
  for each statement execute function only_added();
create trigger only_added before update or delete or truncate on report_file
  for each statement execute function only_added();
