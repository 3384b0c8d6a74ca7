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
