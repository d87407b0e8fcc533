-- How the fingers of the best candidate had to be taken: "as given", or the sequence error supposed.
alter table search add column finger_sequence text;
