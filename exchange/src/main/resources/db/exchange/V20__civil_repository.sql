-- The civil repository, of applicants, beside the two that bookings are searched in.
alter table owner_token drop constraint owner_token_repository_check;
alter table owner_token add check (repository in ('criminal', 'immigration', 'civil'));
alter table search drop constraint search_repository_check;
alter table search add check (repository in ('criminal', 'immigration', 'civil'));
