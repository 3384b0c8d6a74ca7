-- Files of cases: sealed in the storage and in their row, and what is taken out of them before they are given out.

-- Name, hash and key of a sealed file, sealed by the installation's key. Then original_name says nothing, and sha256 is
-- that of the bytes as they lie in the storage, so that both can be checked without opening anything.
alter table file add column sealed text;
alter table file alter column original_name drop not null;
alter table file add constraint file_is_named_once check ((original_name is null) = (sealed is not null));

-- 'redacted' is made from a source and waits for whoever looks it through; only 'released' leaves to the applicant.
alter table application_file drop constraint application_file_use_check;
alter table application_file add constraint application_file_use_check
  check (use in ('form', 'envelope', 'identity', 'powerOfAttorney', 'evidence', 'search', 'consultation', 'source',
    'redacted', 'released', 'correction', 'payment'));

-- What was taken out of which file, where and why (条例37 区分处理). sealed holds the marks with grounds and reasons.
create table application_redaction (
  region_id uuid not null,
  application_id uuid not null,
  -- The file that came of it.
  file_id uuid not null,
  source_file_id uuid not null,
  sealed text not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  released_by uuid,
  released_at timestamptz(3),
  primary key (region_id, application_id, file_id),
  foreign key (region_id, application_id, file_id) references application_file,
  foreign key (region_id, application_id, source_file_id) references application_file,
  constraint redaction_released check ((released_by is null) = (released_at is null))
);
-- One at a time: two officers who redact the same file would each leave out what the other withheld.
create unique index application_redaction_open on application_redaction (region_id, application_id, source_file_id)
  where released_at is null;

grant update (use, added_at) on application_file to zhaoshi_server;
grant select, insert, delete on application_redaction to zhaoshi_server;
grant update (released_by, released_at) on application_redaction to zhaoshi_server;
