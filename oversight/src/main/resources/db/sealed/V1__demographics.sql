-- Who was booked, by sex, age band and race as reported, sealed to a key that no server needs.
-- Nobody reads this schema but its own role. Exchange puts in and takes out, by two functions.
create table demographic (
  control     text primary key,
  received_on date not null,
  agency      text not null,
  fips        text not null,
  state       text not null,
  ciphertext  bytea not null,
  key_id      text not null
);
create index on demographic (received_on);

-- How many were taken out again, so that whoever counts knows what is missing, and where.
create table forgotten (
  received_on date not null,
  agency      text not null,
  fips        text not null,
  state       text not null,
  bookings    bigint not null,
  primary key (received_on, agency, fips, state)
);

-- Says nothing back: not even whether the number was there.
create function put(
  of_control text, on_day date, at_place text[], sealed_text bytea, to_key text)
returns void
language sql security definer set search_path = sealed, pg_temp as $$
  insert into demographic (control, received_on, agency, fips, state, ciphertext, key_id)
  values (of_control, on_day, at_place[1], at_place[2], at_place[3], sealed_text, to_key)
  on conflict (control) do nothing
$$;

-- Gives how many were there, 0 or 1: a receipt of a purge says what went.
create function forget(of_control text) returns bigint
language sql security definer set search_path = sealed, pg_temp as $$
  with gone as (
    delete from demographic where control = of_control
    returning received_on, agency, fips, state),
  counted as (
    insert into forgotten as f (received_on, agency, fips, state, bookings)
    select received_on, agency, fips, state, 1 from gone
    on conflict (received_on, agency, fips, state) do update set bookings = f.bookings + 1
    returning 1)
  select count(*) from counted
$$;

revoke all on all tables in schema sealed from public;
revoke all on all functions in schema sealed from public;
grant usage on schema sealed to ridgeline_exchange;
grant execute on function put(text, date, text[], bytea, text) to ridgeline_exchange;
grant execute on function forget(text) to ridgeline_exchange;
