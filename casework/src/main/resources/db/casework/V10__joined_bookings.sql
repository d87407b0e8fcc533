-- Later bookings of one custody event are compared by themselves.

alter table case_lead add column settlement text
  check (settlement in ('IDENTIFIED', 'EXCLUDED', 'INCONCLUSIVE'));

drop index comparison_case_id_idx;
create unique index on comparison (case_id, control)
  where state in ('PREPARING', 'OPEN', 'CONFLICT');
