-- Complaints and claims. What people write here is read by redress officers and by nobody else:
-- nothing in it is matched, ranked or counted by person.
create sequence redress_number start 1;

create table redress_item (
  item_id         uuid primary key,
  -- What officers call it: "D2026-000001". Says nothing to a stranger.
  number          text not null unique,
  -- The receipt itself is known to whoever opened the item, and to nobody here.
  receipt_sha256  bytea not null unique,
  kind            text not null,
  in_custody      boolean not null,
  language        text not null,
  account         text not null,
  wish            text not null,
  name            text not null,
  contact         text not null,
  facility        text not null,
  reference       text not null,
  received_at     timestamptz not null,
  urgent          boolean not null,
  acknowledge_by  timestamptz not null,
  decide_by       timestamptz not null,
  rules_version   text not null,
  acknowledged_at timestamptz,
  verified_at     timestamptz,
  verified_by     text,
  verified_how    text,
  case_id         uuid references case_file,
  decided_at      timestamptz,
  decided_by      text,
  decision        text,
  reasons         text,
  remedies        text[] not null default '{}',
  statement       text not null default '',
  version         int not null default 0
);

create index redress_item_open on redress_item (decide_by) where decided_at is null;
create index redress_item_waiting on redress_item (acknowledge_by) where acknowledged_at is null;

create table redress_event (
  event_id bigint generated always as identity primary key,
  item_id  uuid not null references redress_item,
  at       timestamptz not null,
  actor    text not null,
  step     text not null,
  note     text not null
);

create index redress_event_item on redress_event (item_id, event_id);

-- A deadline that passed: counted in public, once.
create table redress_escalation (
  item_id  uuid not null references redress_item,
  clock    text not null,
  deadline timestamptz not null,
  noted_at timestamptz not null,
  primary key (item_id, clock)
);

-- What everybody who was told must be told again.
create table correction_notice (
  notice_id       uuid primary key,
  item_id         uuid not null references redress_item,
  recipient_kind  text not null,
  recipient       text not null,
  remedies        text[] not null,
  statement       text not null,
  -- What this recipient was told, and when: kind of document, SHA-256, subject.
  documents       text[] not null,
  made_at         timestamptz not null,
  due_at          timestamptz not null,
  fetched_at      timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  alarmed_at      timestamptz,
  unique (item_id, recipient_kind, recipient)
);

create index correction_notice_recipient on correction_notice (recipient_kind, recipient);
create index correction_notice_open on correction_notice (due_at) where acknowledged_at is null;
