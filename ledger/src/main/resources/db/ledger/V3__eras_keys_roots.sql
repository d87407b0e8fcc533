-- A checkpoint of the second format names its era, the root of the Merkle tree over all entries,
-- and the checkpoint before it; one of the first format has none of them. The same number may be
-- signed once an era.
alter table checkpoint drop constraint checkpoint_pkey;
alter table checkpoint add column sequence bigint generated always as identity primary key;
alter table checkpoint add column era int not null default 1 check (era > 0);
alter table checkpoint add column root bytea check (octet_length(root) = 32);
alter table checkpoint add column previous bytea check (octet_length(previous) = 32);
alter table checkpoint add check ((root is null) = (previous is null));
create unique index on checkpoint (era, number);

-- Keys in the order in which they came into use; each signed by the one before, the first and one
-- begun openly by itself.
create table signing_key (
  sequence bigint generated always as identity primary key,
  key_id text not null unique,
  public_key bytea not null,
  made_at timestamptz not null,
  previous_id text not null,
  signature bytea not null
);
create trigger append_only before update or delete or truncate on signing_key
  for each statement execute function refuse();
