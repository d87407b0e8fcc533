-- Quality control: a card that would be refused for its prints, or searched with fingers in the wrong
-- order, waits for a person where its agency asks for it.
alter table agency add column quality_control boolean not null default false;

alter table submission drop constraint submission_state_check;
alter table submission add constraint submission_state_check
  check (state in ('ACCEPTED', 'HELD', 'SEARCHING', 'ANSWERED', 'REFUSED'));

-- One row per card that was ever held; it is held until it has a decision.
create table quality_hold (
  control       text primary key references submission,
  -- Codes of the findings it is held for.
  reasons       text[] not null check (cardinality(reasons) > 0),
  -- Where the findings of the extraction that led here begin: the next one's take their place.
  findings_from int not null,
  held_at       timestamptz not null,
  -- When it goes on as it would have gone without a hold.
  due_at        timestamptz not null check (due_at > held_at),
  taken_by      text,
  taken_until   timestamptz,
  decision      text check (decision in ('SEARCH', 'REFUSE', 'EXPIRED')),
  decided_by    text,
  decided_at    timestamptz,
  reason        text,
  check ((decision is null) = (decided_at is null)),
  check ((taken_by is null) = (taken_until is null))
);
create index quality_hold_due on quality_hold (due_at) where decision is null;

-- What a person corrected: an overlay, the bytes stay as they came. Written with the decision and never
-- edited; a purge takes out the words of the reason alone, since what was enrolled stands on the rest.
create table quality_correction (
  control      text not null references submission,
  number       int not null,
  kind         text not null check (kind in ('POSITION', 'DROP', 'BOXES', 'MARK')),
  -- The record of an image, "14#3", or a finger position.
  subject      text not null,
  before       text not null,
  after        text not null,
  corrected_by text not null,
  corrected_at timestamptz not null,
  reason       text not null,
  primary key (control, number)
);


alter table operator drop constraint operator_role_check;
alter table operator add constraint operator_role_check check (role in (
  'ADMINISTRATOR', 'OPERATOR', 'BOOKING_AGENCY', 'STATE_BUREAU', 'EXAMINER', 'SUPERVISOR', 'OFFICER',
  'APPROVER', 'REDRESS_OFFICER', 'OVERSIGHT', 'RECORDS_OFFICER', 'QUALITY'));
alter table setup_link drop constraint setup_link_role_check;
alter table setup_link add constraint setup_link_role_check check (role in (
  'ADMINISTRATOR', 'OPERATOR', 'BOOKING_AGENCY', 'STATE_BUREAU', 'EXAMINER', 'SUPERVISOR', 'OFFICER',
  'APPROVER', 'REDRESS_OFFICER', 'OVERSIGHT', 'RECORDS_OFFICER', 'QUALITY'));
