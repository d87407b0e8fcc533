-- Every choice a state made on passing second answers on, with its reason; the last one is in force
-- and kept as state_option beside.
create table state_choice (
  state      text not null check (state ~ '^[A-Z]{2}$'),
  version    int not null check (version > 0),
  forwards   boolean not null,
  reason     text not null check (reason <> ''),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (state, version)
);
