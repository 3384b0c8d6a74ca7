-- Figures of table two that no register of the platform holds, and normative documents of before the platform.

-- 统计数据: the figure of one kind for one month, of an organ or of one of its offices.
create table statistic_entry (
  region_id uuid not null,
  entry_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('licensing', 'penalties', 'coercion', 'fees')),
  year integer not null check (year between 2021 and 2200),
  month integer not null check (month between 1 and 12),
  -- Empty: the organ as a whole.
  unit text not null check (length(unit) <= 50),
  primary key (region_id, entry_id),
  foreign key (region_id, organ_id) references organ
);
create unique index statistic_entry_place on statistic_entry (region_id, organ_id, year, kind, month, unit);

-- Everything that was entered for it; never changed, only signed off, and by somebody else.
create table statistic_version (
  region_id uuid not null,
  entry_id uuid not null,
  version integer not null check (version >= 1),
  -- Decisions, or 分; null: there is no such figure.
  figure bigint check (figure between 0 and 99999999999999),
  source text not null check (length(source) <= 200),
  reason text not null check (length(reason) <= 500),
  entered_by uuid not null,
  entered_at timestamptz(3) not null,
  signed_by uuid,
  signed_at timestamptz(3),
  primary key (region_id, entry_id, version),
  foreign key (region_id, entry_id) references statistic_entry,
  check ((signed_by is null) = (signed_at is null)),
  check (signed_by <> entered_by),
  check (signed_by is null or source <> '')
);

create function keep_statistic_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (to_jsonb(old) - array['signed_by', 'signed_at']) is distinct from (to_jsonb(new) - array['signed_by', 'signed_at'])
    or old.signed_by is not null then
    raise exception 'a figure that was entered is never changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_statistic_version before update on statistic_version
  for each row execute function keep_statistic_version();

-- 台账: a document that was made before the platform, or ended by a decision that is not on it. What is published needs
-- no row here.
create table normative_record (
  region_id uuid not null,
  record_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('administrativeRule', 'normativeDocument')),
  title text not null check (length(title) between 1 and 300),
  document_number text not null check (length(document_number) between 1 and 100),
  date_of_document date not null,
  valid_from date,
  valid_to date,
  end_kind text check (end_kind in ('repealed', 'expired')),
  ended_on date,
  end_ground text not null check (length(end_ground) <= 300),
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null,
  -- Taken out of the register, with why; kept.
  removed_at timestamptz(3),
  removed_reason text not null default '' check (length(removed_reason) <= 300),
  version integer not null default 1,
  primary key (region_id, record_id),
  foreign key (region_id, organ_id) references organ,
  check ((end_kind is null) = (ended_on is null)),
  check (end_kind is null or end_ground <> '')
);
create index normative_record_of_organ on normative_record (region_id, organ_id) where removed_at is null;

-- The register of an organ among all its documents, and what ends or changes others among all relations.
create index document_edition_normative on document_edition (region_id, organ_id, document_id, edition desc)
  where kind in ('administrativeRule', 'normativeDocument') and cancelled_at is null;
create index document_relation_of_validity on document_relation (region_id, document_id)
  where relation in ('amends', 'repeals', 'replaces');

grant select, insert on statistic_entry, statistic_version, normative_record to zhaoshi_server;
grant update (signed_by, signed_at) on statistic_version to zhaoshi_server;
grant update (kind, title, document_number, date_of_document, valid_from, valid_to, end_kind, ended_on, end_ground,
  removed_at, removed_reason, version) on normative_record to zhaoshi_server;
