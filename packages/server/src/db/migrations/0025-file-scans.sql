-- What the scan before publication found in the files of documents (条例17). The bytes of a file never change, so one
-- scan of them holds for good; sha256 is that of the bytes that were looked at.
create table file_scan (
  region_id uuid not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'done', 'failed')),
  -- Why it could not be looked into: the reader's code.
  failure text check (failure ~ '^[a-z-]{1,40}$'),
  -- Findings by kind, and keys of what blocks with who may justify it; neither holds anything of the content.
  counts jsonb not null default '{}',
  blocking jsonb not null default '[]',
  -- Findings with what they quote.
  sealed text,
  requested_at timestamptz(3) not null,
  scanned_at timestamptz(3),
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references file on delete cascade,
  check ((state = 'waiting') = (scanned_at is null)),
  check ((state = 'failed') = (failure is not null))
);
grant select, insert on file_scan to zhaoshi_server;
grant update (state, failure, counts, blocking, sealed, scanned_at) on file_scan to zhaoshi_server;

-- No file reaches the public whose very bytes were not looked at before, whatever way it came into an edition.
create or replace view published.document_file as
  select d.region_id, d.organ_id, d.document_id, d.public_name, listed.place, f.file_id, f.media_type,
    f.size, f.sha256, f.storage_key
  from published.document d
  cross join lateral unnest(d.file_ids) with ordinality as listed (file_id, place)
  join public.file f on f.region_id = d.region_id and f.file_id = listed.file_id and f.sealed is null
  join public.file_scan s on s.region_id = f.region_id and s.file_id = f.file_id and s.sha256 = f.sha256
    and s.state <> 'waiting';
