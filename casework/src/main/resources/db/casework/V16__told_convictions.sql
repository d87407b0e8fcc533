-- What other rooms were last told of a case's convictions and charges: they are told again when it
-- changes. Cases of before are told with their next assessment.
alter table case_file add column told text;
