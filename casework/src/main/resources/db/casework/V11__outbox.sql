-- Facts as other rooms hear of them, written in the transaction that made them and kept for good.
-- The room outbox says how they are read.
create table outbox (
  sequence    bigint generated always as identity primary key,
  event_id    uuid not null unique,
  kind        text not null,
  version     int not null check (version > 0),
  occurred_at timestamptz not null,
  body        json not null
);
create trigger only_added before update or delete on outbox
  for each row execute function only_added();

-- How far casework has followed other rooms' facts, and those it could not apply in their turn.
create table consumer_place (
  consumer   text primary key,
  place      bigint not null default 0,
  attempts   int not null default 0,
  due_at     timestamptz not null default now(),
  last_error text
);
create table consumer_aside (
  consumer   text not null references consumer_place,
  sequence   bigint not null,
  attempts   int not null,
  due_at     timestamptz not null,
  last_error text not null,
  primary key (consumer, sequence)
);
create index on consumer_aside (due_at);
