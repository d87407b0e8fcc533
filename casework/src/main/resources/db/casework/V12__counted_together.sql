-- What answers need of cases: read through these by determinations' store only.

-- Answers that are not out; `stopped` while a stop holds their case.
create view waiting_answer as
  select o.outbound_id, o.case_id, o.control, o.determination_id, o.attempts, o.due_at, c.stopped
  from outbound_answer o join case_file c using (case_id)
  where o.sent_at is null;

-- Bookings of which the second repository may know the person, and whether they are answered.
create view answered_match as
  select l.control, l.made_at, a.control is not null as answered
  from case_lead l left join (
    select distinct control from outbound_answer where sent_at is not null) a using (control);
