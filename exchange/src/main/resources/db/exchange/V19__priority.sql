-- 1.006 PRY, 1 the most urgent of 9; 5 where a card says none. Cards that wait from before are of
-- no other urgency than they were.
alter table submission add column priority smallint not null default 5
  check (priority between 1 and 9);
