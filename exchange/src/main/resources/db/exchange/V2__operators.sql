-- People who use the console, and the one-time links by which they come in.

create table operator (
  name             text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  password_hash    text not null,
  role             text not null check (role in ('ADMINISTRATOR', 'OPERATOR')),
  failures         int not null default 0,
  first_failure_at timestamptz,
  -- Set by the last failure allowed; only an administrator clears it.
  locked_at        timestamptz,
  created_at       timestamptz not null,
  last_login_at    timestamptz
);

create table setup_link (
  token_sha256 bytea primary key,
  role         text not null check (role in ('ADMINISTRATOR', 'OPERATOR')),
  -- Null for the first run's link, which nobody made.
  made_by      text references operator,
  expires_at   timestamptz not null
);
