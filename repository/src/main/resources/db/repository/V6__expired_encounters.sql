-- Encounters that went by their age, with what is left in the place of each: a signed receipt.
-- `person_id` where the person went with the last of theirs.
create table expiry (
  encounter_id uuid primary key,
  person_id    uuid,
  why          text not null check (why <> ''),
  expired_at   timestamptz not null,
  receipt      text not null,
  receipt_key  text not null,
  signature    bytea not null,
  -- When it stood in the ledger, and when galleries and tables had been written over.
  recorded_at  timestamptz,
  swept_at     timestamptz
);
create index on expiry (expired_at) where recorded_at is null or swept_at is null;
create index on encounter (created_at);
