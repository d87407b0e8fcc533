-- What people wrote beside a step may tell of the person: a purge takes it out, and nothing else.
drop trigger added_only on case_event;
create trigger added_only before update or delete on case_event
  for each row when (coalesce(current_setting('casework.purge', true), '') <> 'on')
  execute function added_only();
