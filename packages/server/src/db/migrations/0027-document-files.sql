-- Files that were made out of others for publication: redacted, or without their properties. The other stays with the
-- organ: no edition lists it, and published.document_file shows nothing that an edition does not list.
create table file_copy (
  region_id uuid not null,
  file_id uuid not null,
  source_file_id uuid not null,
  kind text not null check (kind in ('redacted', 'stripped')),
  -- Marks with grounds and reasons, sealed: reasons may name persons.
  sealed text check ((sealed is not null) = (kind = 'redacted')),
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references file,
  foreign key (region_id, source_file_id) references file
);
grant select, insert on file_copy to zhaoshi_server;
