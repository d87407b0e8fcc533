-- What a package of the exchange reads of another's tables, column by column: a package's SQL names
-- its own tables and these views alone. Nothing is stored here.

-- agency: leads that no office covers yet; an office that is added takes those of its area.
create view uncovered_lead as
  select lead_id, office_id, fips, state from lead where office_id is null;

-- submission: whom a submission is from.
create view submitter as select ori, name from agency;

-- answer: the booking an answer belongs to, the agency it is for, what its state passes on, and
-- what went wrong with it.
create view answered_booking as
  select control, tcn, tot, state, agency_ori, received_at, closed_at from submission;
create view receiver as select ori, name, state, second_answer from agency;
create view state_forwarding as select state, forwards from state_option;
create view return_cause as
  select control, number, code, field, expected, found from finding where severity = 'ERROR';
create view poor_finger as select control, fgp from probe_finger where not usable;

-- lead: the office that reviews it, and the order in which its fingers had to be taken.
create view lead_office as select office_id, name from office;
create view lead_order as
  select control, finger_sequence from search where repository = 'immigration';
