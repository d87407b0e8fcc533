-- What was done, seen or sent, by whom and why: docs/ledger-format.md. Nothing here ever changes.
create table entry (
  entry_id bigint generated always as identity primary key,
  at timestamptz not null,
  room text not null check (char_length(room) between 1 and 63),
  actor text not null check (char_length(actor) between 1 and 200),
  role text not null check (char_length(role) between 1 and 40),
  purpose text not null check (char_length(purpose) between 1 and 200),
  action text not null check (action ~ '^[a-z]+(\.[a-z-]+)+$' and char_length(action) <= 60),
  subject text not null check (char_length(subject) between 1 and 200),
  detail text[] not null
    check (cardinality(detail) % 2 = 0 and cardinality(detail) <= 32
      and array_position(detail, null) is null
      and octet_length(array_to_string(detail, '')) <= 4096)
);

-- An entry's place in the chain. Its own table, so that no row is ever updated.
create table link (
  number bigint primary key check (number > 0),
  entry_id bigint not null unique,
  hash bytea not null check (octet_length(hash) = 32)
);

-- What was signed about the chain.
create table checkpoint (
  number bigint primary key,
  hash bytea not null check (octet_length(hash) = 32),
  made_at timestamptz not null,
  key_id text not null,
  signature bytea not null
);

-- Other things an entry is about, given as values of its detail like case:… or person:….
create function refs(detail text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(value), '{}')
  from unnest(detail) with ordinality as d (value, place)
  where place % 2 = 0 and value ~ '^[a-z]+:.'
$$;

create index entry_by_subject on entry (subject, entry_id);
create index entry_by_refs on entry using gin (refs(detail));

create function text_bytes(value text) returns bytea language sql immutable as $$
  select int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8')
$$;

create function canonical(previous bytea, number bigint, e entry) returns bytea
language sql stable as $$
  select convert_to('RIDGELINE-LEDGER-1', 'UTF8') || previous || int8send(number)
    || int8send((extract(epoch from e.at) * 1000000)::bigint)
    || text_bytes(e.room) || text_bytes(e.actor) || text_bytes(e.role) || text_bytes(e.purpose)
    || text_bytes(e.action) || text_bytes(e.subject)
    || int4send(cardinality(e.detail) / 2)
    || coalesce(
      (select string_agg(text_bytes(value), ''::bytea order by place)
        from unnest(e.detail) with ordinality as d (value, place)),
      ''::bytea)
$$;

-- Runs at the caller's commit, after every lock the caller takes: the chain's lock is the last one
-- anybody waits for, so it can be part of no deadlock, and it is held for the commit only.
create function chain() returns trigger
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  last link;
begin
  perform pg_advisory_xact_lock(7235418820416);
  select * into last from link order by number desc limit 1;
  insert into link (number, entry_id, hash)
  values (
    coalesce(last.number, 0) + 1,
    new.entry_id,
    sha256(canonical(
      coalesce(last.hash, decode(repeat('00', 32), 'hex')),
      coalesce(last.number, 0) + 1,
      new)));
  return null;
end $$;

create constraint trigger chain after insert on entry
  deferrable initially deferred for each row execute function chain();

-- The only way in for other rooms. The login role is noted, so that no room writes as another.
create function append(
  by_actor text, in_role text, for_purpose text, what text, about text, details text[])
returns void
language sql security definer set search_path = ledger, pg_temp as $$
  insert into entry (at, room, actor, role, purpose, action, subject, detail)
  values (
    clock_timestamp(), session_user, by_actor, in_role, for_purpose, what, about, details)
$$;

create function refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on entry
  for each statement execute function refuse();
create trigger append_only before update or delete or truncate on link
  for each statement execute function refuse();
create trigger append_only before update or delete or truncate on checkpoint
  for each statement execute function refuse();

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to ridgeline_exchange, ridgeline_casework;
grant execute on function append(text, text, text, text, text, text[])
  to ridgeline_exchange, ridgeline_casework;
