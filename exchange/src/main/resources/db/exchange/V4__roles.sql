-- Everybody who works with cases has a role of their own; agencies and bureaus see only what is
-- theirs, named by scope: an ORI, or a state.
alter table operator drop constraint operator_role_check;
alter table operator add constraint operator_role_check check (role in (
  'ADMINISTRATOR', 'OPERATOR', 'BOOKING_AGENCY', 'STATE_BUREAU', 'EXAMINER', 'SUPERVISOR', 'OFFICER',
  'APPROVER', 'REDRESS_OFFICER', 'OVERSIGHT'));
alter table operator add column scope text not null default ''
  check (scope ~ '^([A-Z]{2}|[A-Z0-9]{9})?$');
alter table operator add constraint operator_scope_of_role check (
  case role when 'BOOKING_AGENCY' then length(scope) = 9
            when 'STATE_BUREAU' then length(scope) = 2
            else scope = '' end);
alter table setup_link drop constraint setup_link_role_check;
alter table setup_link add constraint setup_link_role_check check (role in (
  'ADMINISTRATOR', 'OPERATOR', 'BOOKING_AGENCY', 'STATE_BUREAU', 'EXAMINER', 'SUPERVISOR', 'OFFICER',
  'APPROVER', 'REDRESS_OFFICER', 'OVERSIGHT'));
alter table setup_link add column scope text not null default '';
