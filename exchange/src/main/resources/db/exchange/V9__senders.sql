-- A control number of a sender is its own: another agency under the same ORI (their state bureau's) may
-- have the same one, and neither can take the other's place.
drop index submission_once;
create unique index submission_once on submission (agency_ori, ori, tcn) where state <> 'REFUSED';

-- ORIs of others under which an agency may send. One with none here may name any that is no other
-- agency's.
create table agency_sends_as (
  agency_ori text not null references agency (ori),
  ori        text not null,
  since      timestamptz not null default now(),
  primary key (agency_ori, ori)
);
