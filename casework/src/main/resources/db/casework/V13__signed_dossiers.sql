-- What each signature was made on: the digest of everything the case showed (docs/dossier-digest.md).
-- Empty where it was signed before digests were named.
alter table determination add column dossier text check (dossier ~ '^[0-9a-f]{64}$');
alter table determination add column second_dossier text check (second_dossier ~ '^[0-9a-f]{64}$');
