-- What galleries follow says what the rows say, whoever changes them: the program, another role, or
-- somebody at a prompt. The program writes removals itself; the triggers are the second line, and
-- write only what is not there yet.

alter table encounter add column sealed boolean not null default false;
alter table person add column sealed boolean not null default false;
-- A person that turned out to be another: the row stays, so that what knows the old id finds the
-- one it has become.
alter table person add column merged_into uuid references person;
create index on person (merged_into) where merged_into is not null;

create index on gallery_change (encounter_id, change desc);

-- Orders all who take a number of gallery_change among each other, up to their commit.
create function gallery_lock() returns void
language sql set search_path from current as $$
  select pg_advisory_xact_lock((x'524C454E'::bigint << 32) | 'gallery_change'::regclass::oid::bigint)
$$;

-- Those of them that galleries have are to leave.
create function gallery_removal(encounters uuid[]) returns void
language plpgsql security definer set search_path from current as $$
begin
  perform gallery_lock();
  insert into gallery_change (encounter_id, removed)
  select id, true from (select distinct unnest(encounters) as id) one
  where not coalesce(
    (select removed from gallery_change where encounter_id = id order by change desc limit 1), true)
  order by id;
end $$;

-- Those of them that searches may find, and galleries do not have, are to come in.
create function gallery_addition(encounters uuid[]) returns void
language plpgsql security definer set search_path from current as $$
begin
  perform gallery_lock();
  insert into gallery_change (encounter_id)
  select encounter_id from encounter join person using (person_id)
  where encounter_id = any(encounters) and not encounter.sealed and not person.sealed
    and exists (select from finger where finger.encounter_id = encounter.encounter_id)
    and coalesce(
      (select removed from gallery_change
       where gallery_change.encounter_id = encounter.encounter_id order by change desc limit 1),
      true)
  order by encounter_id;
end $$;

create function gallery_follows_rows() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  touched uuid[];
begin
  if tg_op = 'TRUNCATE' then
    perform gallery_removal(
      array(select encounter_id from gallery_change group by encounter_id));
    return null;
  elsif tg_table_name = 'person' and tg_op = 'DELETE' then
    -- A row gone whose encounters stay: possible only where keys are not checked.
    touched := array(select encounter_id from encounter join gone using (person_id));
  elsif tg_table_name = 'person' then
    touched := array(select encounter_id from encounter
      join gone using (person_id) left join come using (person_id)
      where gone.sealed is distinct from come.sealed);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct encounter_id from gone);
  elsif tg_table_name = 'finger' then
    touched := array(select distinct encounter_id from gone
      union select distinct encounter_id from come);
  else
    touched := array(select gone.encounter_id from gone left join come using (encounter_id)
      where (gone.person_id, gone.sealed) is distinct from (come.person_id, come.sealed));
  end if;
  if touched <> '{}' then
    perform gallery_removal(touched);
    perform gallery_addition(touched);
  end if;
  return null;
end $$;

create trigger gallery_finger_delete after delete on finger
  referencing old table as gone for each statement execute function gallery_follows_rows();
create trigger gallery_finger_update after update on finger
  referencing old table as gone new table as come
  for each statement execute function gallery_follows_rows();
create trigger gallery_encounter_delete after delete on encounter
  referencing old table as gone for each statement execute function gallery_follows_rows();
create trigger gallery_encounter_update after update on encounter
  referencing old table as gone new table as come
  for each statement execute function gallery_follows_rows();
create trigger gallery_person_delete after delete on person
  referencing old table as gone for each statement execute function gallery_follows_rows();
create trigger gallery_person_update after update on person
  referencing old table as gone new table as come
  for each statement execute function gallery_follows_rows();
create trigger gallery_finger_truncate before truncate on finger
  for each statement execute function gallery_follows_rows();
create trigger gallery_encounter_truncate before truncate on encounter
  for each statement execute function gallery_follows_rows();
create trigger gallery_person_truncate before truncate on person
  for each statement execute function gallery_follows_rows();

-- Also for a session that has put triggers off (session_replication_role), as loaders do.
alter table finger enable always trigger gallery_finger_delete;
alter table finger enable always trigger gallery_finger_update;
alter table finger enable always trigger gallery_finger_truncate;
alter table encounter enable always trigger gallery_encounter_delete;
alter table encounter enable always trigger gallery_encounter_update;
alter table encounter enable always trigger gallery_encounter_truncate;
alter table person enable always trigger gallery_person_delete;
alter table person enable always trigger gallery_person_update;
alter table person enable always trigger gallery_person_truncate;

revoke all on function gallery_lock(), gallery_removal(uuid[]), gallery_addition(uuid[]) from public;

-- As they are, never compressed, so that a byte search of the files sees them.
alter table finger alter column template set storage external;

-- The planner's statistics keep samples of what is in a column; none of prints and names is taken,
-- and changing the type to itself lets go of what was taken before.
alter table finger alter column template set statistics 0;
alter table finger alter column template type bytea;
alter table encounter_file alter column bytes set statistics 0;
alter table encounter_file alter column bytes type bytea;
alter table encounter_file alter column sha256 set statistics 0;
alter table encounter_file alter column sha256 type bytea;
alter table encounter alter column source set statistics 0;
alter table encounter alter column source type text;
alter table name_used alter column name set statistics 0;
alter table name_used alter column name type text;
alter table identifier alter column value set statistics 0;
alter table identifier alter column value type text;
alter table history_record alter column description set statistics 0;
alter table history_record alter column description type text;

-- A change of who is who: asked by one person, decided by another, never edited afterwards.
create table amendment (
  amendment_id uuid primary key,
  kind         text not null check (kind in (
    'REMOVE_ENCOUNTER', 'REMOVE_PERSON', 'EXPUNGE_ENCOUNTER', 'EXPUNGE_PERSON', 'MERGE', 'MOVE',
    'UNLINK', 'SEAL_ENCOUNTER', 'SEAL_PERSON', 'UNSEAL_ENCOUNTER', 'UNSEAL_PERSON')),
  subject_id   uuid not null,
  target_id    uuid,
  -- The court order's number, or the authority that says so.
  authority    text not null check (length(authority) between 1 and 200),
  reason       text not null check (length(reason) between 1 and 1000),
  asked_by     text not null,
  asked_at     timestamptz not null,
  state        text not null default 'ASKED' check (state in ('ASKED', 'APPLIED', 'DECLINED')),
  decided_by   text check (lower(decided_by) <> lower(asked_by)),
  decided_at   timestamptz,
  -- Whom it touched.
  persons      uuid[] not null default '{}',
  encounters   uuid[] not null default '{}',
  -- Signed; of an erasure that was applied.
  receipt      text,
  receipt_key  text,
  signature    bytea,
  -- When what was done stood in the ledger, and when galleries and tables had been written over.
  recorded_at  timestamptz,
  swept_at     timestamptz,
  check ((state = 'ASKED') = (decided_by is null) and (state = 'ASKED') = (decided_at is null)),
  check ((receipt is null) = (signature is null) and (receipt is null) = (receipt_key is null))
);
create index on amendment (asked_at desc);
create index on amendment (state) where state = 'ASKED';
