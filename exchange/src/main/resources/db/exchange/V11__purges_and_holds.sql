-- What was kept of a submission's person has been taken out: the row stays with number, times and state.
alter table submission add column purged_at timestamptz;
alter table answer add column purged_at timestamptz;

-- Submissions to be purged. What an agency has not got yet stays until it has, or until it is too late.
create table submission_purge (
  control    text primary key references submission,
  why        text not null check (why <> ''),
  ordered_at timestamptz not null,
  due_at     timestamptz not null,
  attempts   int not null default 0,
  last_error text,
  done_at    timestamptz
);
create index submission_purge_work on submission_purge (due_at) where done_at is null;

-- What is left in the place of what went: signed texts, several where it went in several steps.
create table purge_receipt (
  receipt_id bigint generated always as identity primary key,
  subject    text not null,
  made_at    timestamptz not null,
  text       text not null
);
create index on purge_receipt (subject, receipt_id);
create trigger only_added before update or delete on purge_receipt
  for each row execute function only_added();

-- What must be kept though a rule or a decision would take it out: a court's or a law's order.
create table retention_hold (
  hold_id     bigint generated always as identity primary key,
  subject     text not null check (subject ~ '^(case|submission):'),
  reason      text not null check (reason <> ''),
  placed_by   text not null,
  placed_at   timestamptz not null,
  released_by text,
  release_reason text check (release_reason <> ''),
  released_at timestamptz
);
create unique index on retention_hold (subject) where released_at is null;

-- Control numbers under a hold, as other packages of the exchange read them: submission, answer, lead.
create view held_submission as
  select substring(subject from 12) as control from retention_hold
  where released_at is null and subject like 'submission:%';
create view held_answer as select control from held_submission;
create view held_lead as select control from held_submission;
