-- What courts' records say of charges, and the other factors that order a queue within a level.

-- Added, never edited; the newest of a charge counts.
create table history_entry (
  entry_id     bigint generated always as identity primary key,
  case_id      uuid not null references case_file,
  -- Names the line of the criminal repository for good.
  line         text not null,
  disposition  text not null,
  decided_on   date,
  convicted_on date,
  of_code      text,
  of_text      text,
  of_grade     text,
  sentence_days int,
  -- A person's finding of an aggravated felony.
  paragraph    text,
  found_by     text,
  found_on     date,
  court        text not null,
  docket       text not null,
  document_id  uuid not null references source_document,
  by_name      text not null,
  recorded_on  date not null,
  at           timestamptz not null
);
create index on history_entry (case_id, entry_id);

create table priority_factor (
  factor_id    bigint generated always as identity primary key,
  case_id      uuid not null references case_file,
  kind         text not null
    check (kind in ('DRUNK_DRIVING', 'FUGITIVE', 'REPEAT_VIOLATION', 'GANG_CLAIM')),
  source       text not null,
  by_name      text not null,
  recorded_on  date not null,
  expires_on   date not null,
  -- Gang claims only: another person's review, how to object, and whether somebody does.
  reviewed_by  text check (reviewed_by <> by_name),
  reviewed_on  date,
  contest_path text not null default '',
  contested_at timestamptz
);
create index on priority_factor (case_id, factor_id);

-- How many factors count, beside the level.
alter table case_file add column factors int not null default 0;
-- When a priority was last worked out: factors expire by the day.
alter table case_file add column assessed_on date;

create trigger added_only before update or delete on history_entry
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();

-- Taken the place of by history_entry, which keeps what a conviction was for.
drop table disposition_note;
