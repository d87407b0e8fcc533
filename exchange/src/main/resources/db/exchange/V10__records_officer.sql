-- Who asks for and approves amendments of the repositories' records.
alter table operator drop constraint operator_role_check;
alter table operator add constraint operator_role_check check (role in (
  'ADMINISTRATOR', 'OPERATOR', 'BOOKING_AGENCY', 'STATE_BUREAU', 'EXAMINER', 'SUPERVISOR', 'OFFICER',
  'APPROVER', 'REDRESS_OFFICER', 'OVERSIGHT', 'RECORDS_OFFICER'));
alter table setup_link drop constraint setup_link_role_check;
alter table setup_link add constraint setup_link_role_check check (role in (
  'ADMINISTRATOR', 'OPERATOR', 'BOOKING_AGENCY', 'STATE_BUREAU', 'EXAMINER', 'SUPERVISOR', 'OFFICER',
  'APPROVER', 'REDRESS_OFFICER', 'OVERSIGHT', 'RECORDS_OFFICER'));
