-- An export of the whole repository: proposed by one person, agreed to by another, written into one
-- folder, never edited afterwards. The receiver's name and the reason stay for good.
create table export (
  export_id   uuid primary key,
  receiver    text not null check (length(receiver) between 1 and 200),
  reason      text not null check (length(reason) between 1 and 1000),
  proposed_by text not null,
  proposed_at timestamptz not null,
  agreed_by   text check (lower(agreed_by) <> lower(proposed_by)),
  agreed_at   timestamptz,
  -- Refused before it was agreed to, or stopped afterwards; whoever proposed it may.
  refused_by  text,
  refused_at  timestamptz,
  -- The one folder it is written into, the last change of whom the gallery has that it takes in,
  -- and how many encounters that were when it began.
  folder_mark uuid,
  as_of       bigint,
  encounters  bigint,
  started_at  timestamptz,
  -- SHA-256 of the manifest, once all is written.
  manifest    text check (manifest ~ '^[0-9a-f]{64}$'),
  ended_at    timestamptz,
  check ((agreed_by is null) = (agreed_at is null)),
  check ((refused_by is null) = (refused_at is null)),
  check ((folder_mark is null) = (started_at is null) and (as_of is null) = (started_at is null)
    and (encounters is null) = (started_at is null)),
  check (started_at is null or agreed_at is not null),
  check ((manifest is null) = (ended_at is null)),
  check (ended_at is null or (started_at is not null and refused_at is null))
);
create index on export (proposed_at desc);

-- Exports read encounters in the order of their persons, portion by portion; this one also finds
-- whatever the index on the person alone found.
create index on encounter (person_id, encounter_id);
drop index encounter_person_id_idx;
