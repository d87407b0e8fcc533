-- Whether all bookings come, and whole: what agencies say of their own books, and which watched fields
-- bookings came without.

-- How many people an agency booked in a week, by its own books. Of one week the row told last counts.
create table booking_count (
  count_id   bigint generated always as identity primary key,
  agency_ori text not null references agency,
  -- Its Monday.
  week       date not null check (extract(isodow from week) = 1),
  bookings   int not null check (bookings between 0 and 100000),
  source     text not null check (source in ('FORM', 'API', 'FILE')),
  told_by    text not null,
  told_at    timestamptz not null
);
create index on booking_count (agency_ori, week, count_id desc);
create trigger only_added before update or delete on booking_count
  for each row execute function only_added();

-- One row for each booking that could be read, without its number: nothing here leads to a person.
-- What came before fields were looked at has none of them.
create table booking_fields (
  fields_id   bigint generated always as identity primary key,
  agency_ori  text not null references agency,
  received_on date not null,
  refused     boolean not null,
  looked_at   boolean not null default true,
  missing     text[] not null default '{}',
  invalid     text[] not null default '{}',
  late        boolean
);
create index on booking_fields (agency_ori, received_on);

insert into booking_fields (agency_ori, received_on, refused, looked_at)
  select agency_ori, (received_at at time zone 'UTC')::date, state = 'REFUSED', false
  from submission where agency_ori is not null and tot in ('CAR', 'CNA');

-- completeness: how agencies are called, and whether they still have access.
create view completeness_agency as select ori, name, disabled_at from agency;
