-- No report, page or check counts by agency: a row a jurisdiction is a third of the rows. Pages keep
-- room for counts that change in place.
alter table tally rename to tally_by_agency;
alter table tally_by_agency rename constraint tally_pkey to tally_by_agency_pkey;
create table tally (
  measure          text not null,
  detail           text not null,
  month            date not null,
  fips             text not null,
  state            text not null,
  at_booking       text not null,
  at_determination text not null,
  charged          text not null,
  facility         text not null,
  programme        text not null,
  n                bigint not null,
  primary key (month, fips, measure, detail, state, at_booking, at_determination, charged,
    facility, programme)
) with (fillfactor = 70);
insert into tally
select measure, detail, month, fips, state, at_booking, at_determination, charged, facility,
  programme, sum(n)
from tally_by_agency group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
drop table tally_by_agency;
