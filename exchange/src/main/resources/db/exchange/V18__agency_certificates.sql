-- Certificates by which agencies are known at the API, several at once while one takes another's place.
create table agency_certificate (
  certificate_sha256 bytea primary key check (octet_length(certificate_sha256) = 32),
  agency_ori         text not null references agency on delete cascade,
  -- For whoever reads the list; nothing is decided by it.
  subject            text not null,
  added_at           timestamptz not null default now(),
  -- The certificate's own end at the latest.
  expires_at         timestamptz not null
);
create index on agency_certificate (agency_ori);

-- Whether a token or a certificate alone is too little.
alter table agency add column certificate_required boolean not null default false;
