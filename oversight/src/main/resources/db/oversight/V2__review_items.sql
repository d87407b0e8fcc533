-- What a study of disparity opened for people to look into. Nothing is made from it but what people
-- read: it names no booking, no case and no person.
create table review_item (
  item_id      uuid primary key,
  unit_kind    text not null check (unit_kind in ('JURISDICTION', 'AGENCY')),
  unit         text not null,
  unit_name    text not null,
  person_group text not null,
  step         text not null,
  direction    text not null check (direction in ('OVER', 'UNDER')),
  says         text not null,
  study_sha256 text not null,
  opened_at    timestamptz not null,
  state        text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'CLOSED')),
  taken_by     text,
  taken_at     timestamptz,
  closed_at    timestamptz,
  finding      text,
  reason       text,
  check ((state = 'OPEN') = (taken_by is null)),
  check ((taken_by is null) = (taken_at is null)),
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (finding is not null)),
  check ((state = 'CLOSED') = (reason is not null))
);

-- One at a time of the same.
create unique index on review_item (unit_kind, unit, person_group, step, direction)
  where state <> 'CLOSED';

create function stays_closed() returns trigger language plpgsql as $$
begin
  if old.state = 'CLOSED' then
    raise exception 'a closed item is never changed';
  end if;
  return new;
end $$;
create trigger stays_closed before update on review_item
  for each row execute function stays_closed();
create trigger only_added before delete or truncate on review_item
  for each statement execute function only_added();
