-- Which version of the program's own extractor made a template; 0: another's, or not known. A
-- template says so itself (docs/template-format.md): its first 14 bytes are enough. One expression,
-- so that it is put into the query that asks.
create function template_extractor(template bytea) returns int
language sql immutable parallel safe as $$
  select case when get_byte(substring(template from 1 for 14), 3) = 3
    then get_byte(substring(template from 1 for 14), 13) else 0 end
$$;

-- Fingers whose template could not be made anew, by the extractor that tried: it need not try again.
create table not_renewed (
  encounter_id uuid not null,
  fgp          smallint not null,
  extractor    smallint not null check (extractor between 1 and 255),
  reason       text not null check (reason in ('NO_IMAGE', 'NOT_USABLE')),
  primary key (encounter_id, fgp),
  foreign key (encounter_id, fgp) references finger on delete cascade
);
