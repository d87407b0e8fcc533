-- Which checkpoints a time stamp authority stamped: the stamps lie in the ledger's folder. One that
-- is taken out of it is missed by its row.
create table time_stamp (
  sequence bigint generated always as identity primary key,
  era int not null check (era > 0),
  number bigint not null check (number > 0),
  checkpoint bytea not null check (octet_length(checkpoint) = 32),
  answer bytea not null check (octet_length(answer) = 32),
  stamped_at timestamptz not null,
  kept_at timestamptz not null
);
create trigger append_only before update or delete or truncate on time_stamp
  for each statement execute function refuse();
