-- What each agency may ask: booking people, and what else it was let to.
create table agency_service (
  agency_ori text not null references agency on delete cascade,
  service    text not null check (service in ('booking', 'applicant', 'rapid', 'verification',
    'image-request', 'image-submission')),
  since      timestamptz not null default now(),
  primary key (agency_ori, service)
);
insert into agency_service (agency_ori, service, since)
  select ori, 'booking', created_at from agency;

-- To whom copies of an agency's answers may go where a card asks for them in 2.007.
create table agency_copy (
  agency_ori text not null references agency on delete cascade,
  to_ori     text not null references agency (ori) on delete cascade,
  since      timestamptz not null default now(),
  primary key (agency_ori, to_ori),
  check (agency_ori <> to_ori)
);

-- An answer goes to the agency that asked, and copies of it to others.
alter table delivery drop constraint delivery_pkey;
alter table delivery add primary key (answer_id, agency_ori);
alter table delivery add column is_copy boolean not null default false;

-- answer: to whom copies may go.
create view copy_receiver as
  select c.agency_ori, r.ori, s.service, r.channel, r.second_answer
  from agency_copy c join agency r on r.ori = c.to_ori
    join agency_service s on s.agency_ori = r.ori;

-- Applicants are answered by a repository of their own, too.
alter table answer drop constraint answer_source_check;
alter table answer add constraint answer_source_check
  check (source in ('exchange', 'criminal', 'immigration', 'civil', 'determination'));
