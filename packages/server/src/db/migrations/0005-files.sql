-- Uploaded files: what is known of them. The bytes lie in the file storage under storage_key, which is random and
-- says nothing. The bytes come first and the row second, so a row never points at nothing; the sweeps remove the rest.

create table file (
  region_id uuid not null,
  file_id uuid not null,
  organ_id uuid not null,
  -- A label for people; never part of a path.
  original_name text not null check (char_length(original_name) between 1 and 200),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null check (storage_key ~ '^[0-9a-f]{32}$'),
  -- Has a password: no scan for personal data can look into it.
  is_encrypted boolean not null,
  -- 'attached' as soon as anything refers to it; until then it is swept after the days that the settings give.
  state text not null check (state in ('unattached', 'attached')),
  uploaded_by text not null,
  uploaded_at timestamptz(3) not null,
  primary key (region_id, file_id),
  foreign key (region_id, organ_id) references organ
);

-- The sweep of the storage asks for keys; not unique, because a distributed table cannot promise it without region_id.
create index on file (storage_key);
create index on file (uploaded_at) where state = 'unattached';

create function refuse_removal_of_attached_file() returns trigger language plpgsql as $$
begin
  raise exception 'file % is attached', old.file_id;
end $$;
create trigger keep_attached before delete on file
  for each row when (old.state = 'attached') execute function refuse_removal_of_attached_file();

grant select, insert, delete on file to zhaoshi_server;
grant update (state) on file to zhaoshi_server;
