-- Whom the gallery's files belong to. `owner` names this database for as long as it lives, `engine`
-- the signatures its gallery was last filled with (SHA-256 of the network; empty: none yet).
create table gallery (
  only_row boolean primary key default true check (only_row),
  owner    uuid not null,
  engine   text not null default ''
);
insert into gallery (owner) values (gen_random_uuid());
