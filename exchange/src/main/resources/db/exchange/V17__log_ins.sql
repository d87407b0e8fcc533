-- Where people have logged in from, and what went wrong lately, by name and place.

create table login_place (
  name          text not null references operator on delete cascade,
  -- An IPv4 address, or the first 64 bits of an IPv6 address.
  place         text not null,
  last_login_at timestamptz not null,
  primary key (name, place)
);

-- Names that are nobody's are counted like others: who has a log-in cannot be told from delays.
create table login_failure (
  -- '*' for all names of a place, or all places where the name has never logged in.
  name       text not null,
  place      text not null,
  failures   int not null,
  held_until timestamptz not null,
  last_at    timestamptz not null,
  primary key (name, place)
);
