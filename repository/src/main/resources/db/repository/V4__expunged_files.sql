-- Files that a court had expunged, by a mark made with a key that is not in this database: an import
-- of the same file does not bring the person back.
create table expunged_file (
  mark         text primary key,
  amendment_id uuid not null references amendment
);
