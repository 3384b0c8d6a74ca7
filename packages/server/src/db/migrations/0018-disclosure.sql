-- Proactive disclosure (主动公开): documents as their events, with a working copy, versions as they were submitted, and
-- editions that the public sees from their minute on.

-- What the events of a document make of it, for lists; @zhaoshi/domain/disclosure computes it.
create table document (
  region_id uuid not null,
  document_id uuid not null,
  organ_id uuid not null,
  status text not null,
  -- The edition being worked on, or the last one.
  edition integer not null check (edition >= 1),
  -- Of the working copy, for lists and search in the console.
  kind text not null,
  title text not null,
  document_number text not null,
  disclosure_class text check (disclosure_class in ('proactive', 'onApplication', 'withheld')),
  catalog_code text not null,
  catalog_item_id uuid,
  created_on date,
  folded text not null,
  bigrams integer[] not null,
  -- Last day of the period of publication, as long as nothing is public (条例26).
  due_on date,
  is_provisional boolean not null,
  -- 索引号 and the name in public addresses; given once and never to another document.
  index_number text,
  public_name text check (public_name ~ '^[0-9]{4}-[0-9]{5,9}$'),
  scheduled_for timestamptz(3),
  -- Edition that is public, or will be at its minute; null before and after a withdrawal.
  public_edition integer,
  first_published_at timestamptz(3),
  awaits_third_person boolean not null,
  -- Next day on which a document that is not published is looked at again (条例18).
  reevaluate_on date,
  last_writer uuid not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (region_id, document_id),
  foreign key (region_id, organ_id) references organ
);
create unique index document_index_number on document (region_id, organ_id, index_number)
  where index_number is not null;
create unique index document_public_name on document (region_id, organ_id, public_name) where public_name is not null;
create index document_newest on document (region_id, organ_id, updated_at desc, document_id desc);
create index document_by_status on document (region_id, organ_id, status, updated_at desc, document_id desc);
create index document_by_due on document (region_id, organ_id, due_on, document_id)
  where first_published_at is null and due_on is not null;
create index document_by_reevaluation on document (region_id, organ_id, reevaluate_on)
  where reevaluate_on is not null;
create index document_by_item on document (region_id, organ_id, catalog_item_id) where catalog_item_id is not null;
create index document_trigrams on document using gin (folded gin_trgm_ops);
create index document_bigrams on document using gin (bigrams);

-- The working copy. Saving it is never refused; who saved in this edition may neither review nor sign it.
create table document_draft (
  region_id uuid not null,
  document_id uuid not null,
  content json not null,
  writers uuid[] not null,
  primary key (region_id, document_id),
  foreign key (region_id, document_id) references document
);

-- A version as it was submitted; never changed. content is json, not jsonb: byte for byte what content_sha256 was
-- taken of.
create table document_revision (
  region_id uuid not null,
  document_id uuid not null,
  revision integer not null check (revision >= 1),
  content json not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  submitted_by uuid not null,
  submitted_at timestamptz(3) not null,
  primary key (region_id, document_id, revision),
  foreign key (region_id, document_id) references document
);

-- Everything that happened, in its order; never changed. data holds facts, texts the words.
create table document_event (
  region_id uuid not null,
  document_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null,
  data jsonb not null,
  texts jsonb not null,
  recorded_at timestamptz(3) not null,
  -- An account's id, or 'system'.
  actor text not null,
  primary key (region_id, document_id, sequence),
  foreign key (region_id, document_id) references document
);

-- Files that belong to a document, in whatever version.
create table document_file (
  region_id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  primary key (region_id, document_id, file_id),
  foreign key (region_id, document_id) references document,
  foreign key (region_id, file_id) references file
);
create index on document_file (region_id, file_id);

-- One edition as the public gets it: from its minute until it is withdrawn or cancelled before its minute.
create table document_edition (
  region_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  organ_id uuid not null,
  revision integer not null,
  content_sha256 text not null,
  public_name text not null,
  index_number text not null,
  kind text not null,
  title text not null,
  document_number text not null,
  issuing_organ text not null,
  abstract text not null,
  subject_category text not null,
  catalog_code text not null,
  catalog_item_id uuid,
  created_on date not null,
  date_of_document date,
  valid_from date,
  valid_to date,
  change_note text not null,
  file_ids uuid[] not null,
  check_code text not null check (check_code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  visible_from timestamptz(3) not null,
  -- Taken back before its minute.
  cancelled_at timestamptz(3),
  -- Withdrawn; with what the public is told instead.
  ended_at timestamptz(3),
  withdrawal_kind text,
  withdrawal_notice text,
  hides_existence boolean not null default false,
  -- Its minute was noted and told on.
  announced_at timestamptz(3),
  primary key (region_id, document_id, edition),
  foreign key (region_id, document_id) references document,
  foreign key (region_id, document_id, revision) references document_revision,
  check ((ended_at is null) = (withdrawal_kind is null))
);
create index document_edition_newest on document_edition (visible_from desc, document_id) where ended_at is null
  and cancelled_at is null;
create index document_edition_of_organ on document_edition (region_id, organ_id, visible_from desc, document_id)
  where ended_at is null and cancelled_at is null;
create index document_edition_by_code on document_edition (region_id, organ_id, catalog_code, visible_from desc)
  where ended_at is null and cancelled_at is null;
create unique index document_check_code on document_edition (region_id, check_code);
create index document_edition_check on document_edition (check_code);
create index document_edition_waiting on document_edition (visible_from) where announced_at is null
  and cancelled_at is null;

-- How a published edition stands to others: 修改、废止、代替、解读、转发、澄清.
create table document_relation (
  region_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  place integer not null,
  relation text not null,
  other_document_id uuid,
  other_number text not null,
  other_title text not null,
  primary key (region_id, document_id, edition, place),
  foreign key (region_id, document_id, edition) references document_edition
);
create index on document_relation (region_id, other_document_id) where other_document_id is not null;
create index on document_relation (region_id, other_number) where other_number <> '';

create trigger append_only before update or delete on document_revision
  for each statement execute function refuse_change();
create trigger append_only before update or delete on document_event
  for each statement execute function refuse_change();

-- Nothing is dated back, and what the public saw stays what it was (条例26; forged dates are a veto item).
create function keep_edition() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.visible_from < clock_timestamp() - public.clock_tolerance() then
      raise exception 'an edition may not be dated back' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (to_jsonb(old) - array['cancelled_at', 'ended_at', 'withdrawal_kind', 'withdrawal_notice', 'hides_existence',
      'announced_at']) is distinct from (to_jsonb(new) - array['cancelled_at', 'ended_at', 'withdrawal_kind',
      'withdrawal_notice', 'hides_existence', 'announced_at']) then
    raise exception 'an edition is never changed' using errcode = 'check_violation';
  end if;
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at
    or old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at then
    raise exception 'a withdrawn edition stays withdrawn' using errcode = 'check_violation';
  end if;
  if old.cancelled_at is null and new.cancelled_at is not null and old.visible_from <= clock_timestamp() then
    raise exception 'an edition that is public is withdrawn, not cancelled' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_edition before insert or update on document_edition
  for each row execute function keep_edition();

-- What the public sees now: the last edition whose minute has come, unless it was withdrawn. An earlier edition never
-- comes back because a later one went.
create view published.document as
  select e.region_id, e.organ_id, e.document_id, e.edition, e.content_sha256, e.public_name, e.index_number, e.kind,
    e.title, e.document_number, e.issuing_organ, e.abstract, e.subject_category, e.catalog_code, e.catalog_item_id,
    e.created_on, e.date_of_document, e.valid_from, e.valid_to, e.change_note, e.file_ids, e.check_code,
    e.visible_from as published_at, civil_today() as today
  from public.document_edition e
  where e.visible_from <= now() and e.ended_at is null and e.cancelled_at is null
    and not exists (select from public.document_edition later
      where later.region_id = e.region_id and later.document_id = e.document_id and later.edition > e.edition
        and later.visible_from <= now() and later.cancelled_at is null);

-- The text of what is public, and of its earlier editions that were not withdrawn.
create view published.document_version as
  select e.region_id, e.organ_id, e.document_id, e.edition, e.public_name, e.title, e.change_note, e.content_sha256,
    e.check_code, e.visible_from as published_at, r.content
  from public.document_edition e
  join public.document_revision r using (region_id, document_id, revision)
  where e.visible_from <= now() and e.ended_at is null and e.cancelled_at is null;

-- What stands at the address of something withdrawn, unless its very existence is secret. No title: it may be what was
-- wrong.
create view published.document_withdrawal as
  select e.region_id, e.organ_id, e.document_id, e.public_name, e.withdrawal_kind, e.withdrawal_notice, e.ended_at
  from public.document_edition e
  where e.visible_from <= now() and e.ended_at is not null and e.cancelled_at is null and not e.hides_existence
    and not exists (select from public.document_edition later
      where later.region_id = e.region_id and later.document_id = e.document_id and later.edition > e.edition
        and later.visible_from <= now() and later.cancelled_at is null);

create view published.document_relation as
  select r.region_id, r.document_id, r.relation, r.other_document_id, r.other_number, r.other_title, d.organ_id,
    d.public_name, d.title, d.document_number, d.published_at,
    -- First day of its effect: that of the document that says so.
    coalesce(d.valid_from, d.date_of_document, d.created_on) as effective_on
  from public.document_relation r
  join published.document d using (region_id, document_id, edition);

create view published.document_file as
  select d.region_id, d.organ_id, d.document_id, d.public_name, listed.place, f.file_id, f.media_type,
    f.size, f.sha256, f.storage_key
  from published.document d
  cross join lateral unnest(d.file_ids) with ordinality as listed (file_id, place)
  join public.file f on f.region_id = d.region_id and f.file_id = listed.file_id and f.sealed is null;

grant select, insert, update on document to zhaoshi_server;
grant select, insert, update, delete on document_draft to zhaoshi_server;
grant select, insert on document_revision, document_event, document_relation to zhaoshi_server;
grant select, insert, delete on document_file to zhaoshi_server;
grant select, insert on document_edition to zhaoshi_server;
grant update (cancelled_at, ended_at, withdrawal_kind, withdrawal_notice, hides_existence, announced_at)
  on document_edition to zhaoshi_server;
grant select on published.document, published.document_version, published.document_withdrawal,
  published.document_relation, published.document_file to zhaoshi_portal;

-- A series of numbers for public names, and the series that an organ's pattern of index numbers makes.
create table index_series (
  region_id uuid not null,
  organ_id uuid not null,
  series text not null check (length(series) between 1 and 120),
  last integer not null check (last >= 1),
  primary key (region_id, organ_id, series),
  foreign key (region_id, organ_id) references organ
);
grant select, insert, update on index_series to zhaoshi_server;
