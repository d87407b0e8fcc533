-- The tables as migrations of the rooms make them (exchange V7, casework V11).
create table outbox (
  sequence    bigint generated always as identity primary key,
  event_id    uuid not null unique,
  kind        text not null,
  version     int not null check (version > 0),
  occurred_at timestamptz not null,
  body        json not null
);
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
create table effect (control text not null);
