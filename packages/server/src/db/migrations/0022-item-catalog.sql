-- The standard catalogue (标准目录), what is missing of it, and what the organ says of empty columns.

-- A row of a catalogue, whatever its wording: documents name it, and go on naming it when its wording changes.
create table catalog_item (
  region_id uuid not null,
  item_id uuid not null,
  -- The organ that keeps the catalogue, as a rule the government of the county.
  organ_id uuid not null,
  -- One of the 26 pilot fields (国办发〔2019〕54号), or empty: the basic catalogue.
  field text not null,
  code text not null check (length(code) between 1 and 40),
  version integer not null default 1,
  primary key (region_id, item_id),
  foreign key (region_id, organ_id) references organ
);
create unique index catalog_item_code on catalog_item (region_id, organ_id, field, code);

-- What the row says, from a day on; never changed. On a day that wording holds which came last of those that have begun.
create table catalog_wording (
  region_id uuid not null,
  item_id uuid not null,
  number integer not null check (number >= 1),
  valid_from date not null,
  -- Last day, included.
  valid_to date check (valid_to >= valid_from),
  level1 text not null,
  level2 text not null,
  responsible_organ text not null,
  content jsonb not null,
  folded text not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid not null,
  primary key (region_id, item_id, number),
  foreign key (region_id, item_id) references catalog_item
);
create trigger append_only before update or delete on catalog_wording
  for each statement execute function refuse_change();

-- Which organs of the region have to publish it (公开主体); none as long as its name fits no organ.
create table catalog_responsibility (
  region_id uuid not null,
  item_id uuid not null,
  organ_id uuid not null,
  primary key (region_id, item_id, organ_id),
  foreign key (region_id, item_id) references catalog_item,
  foreign key (region_id, organ_id) references organ
);
create index catalog_responsibility_of on catalog_responsibility (region_id, organ_id);

-- A catalogue that was read and waits to be imported, for whoever uploaded it.
create table catalog_import (
  region_id uuid not null,
  import_id uuid not null,
  organ_id uuid not null,
  account_id uuid not null,
  created_at timestamptz(3) not null,
  rows integer not null,
  ready integer not null,
  -- Rows that were imported; null until it is done.
  imported integer,
  kept jsonb not null,
  primary key (region_id, import_id),
  foreign key (region_id, organ_id) references organ
);

-- “本年度没有产生此类信息”, of an item of the catalogue or of an item of 条例20, 21. Taken back, never removed.
create table nothing_produced (
  region_id uuid not null,
  statement_id uuid not null,
  organ_id uuid not null,
  year integer not null check (year between 2008 and 2999),
  item_id uuid,
  catalog_code text,
  -- What the item was called then.
  title text not null,
  -- For the house; the public is told only that there was nothing.
  reason text not null,
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  taken_back_by uuid,
  taken_back_at timestamptz(3),
  primary key (region_id, statement_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, item_id) references catalog_item,
  check ((item_id is null) <> (catalog_code is null)),
  check ((taken_back_by is null) = (taken_back_at is null))
);
create unique index nothing_produced_once on nothing_produced
  (region_id, organ_id, year, coalesce(item_id::text, catalog_code)) where taken_back_at is null;

-- What an organ's empty columns say, as long as nothing was published in them in that year after all.
create view published.nothing_produced as
  select n.region_id, n.organ_id, n.year, n.item_id, n.catalog_code, n.title, n.stated_at
  from public.nothing_produced n
  where n.taken_back_at is null and not exists (
    select from published.document d where d.region_id = n.region_id and d.organ_id = n.organ_id
      and (d.catalog_item_id = n.item_id or d.catalog_code = n.catalog_code)
      and extract(year from d.published_at at time zone 'Asia/Shanghai') = n.year);

-- Reminders that went out; each goes once.
create table duty_reminder (
  region_id uuid not null,
  organ_id uuid not null,
  kind text not null,
  subject text not null,
  due_on date not null,
  reminded_at timestamptz(3) not null,
  primary key (region_id, organ_id, kind, subject, due_on),
  foreign key (region_id, organ_id) references organ
);

-- Periodic review of what applicants were refused (条例18); never changed. The words are sealed like the case's own.
create table case_reevaluation (
  region_id uuid not null,
  reevaluation_id uuid not null,
  application_id uuid not null,
  reviewed_on date not null,
  -- Whether it stays withheld.
  keeps boolean not null,
  next_on date,
  sealed text not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid not null,
  primary key (region_id, reevaluation_id),
  foreign key (region_id, application_id) references application,
  check (next_on > reviewed_on)
);
create index case_reevaluation_of on case_reevaluation (region_id, application_id, reviewed_on desc);
create trigger append_only before update or delete on case_reevaluation
  for each statement execute function refuse_change();
create index application_refused on application (region_id, organ_id, result_on) where last_outcome like 'refused.%';

-- What the organ itself writes in its guide (条例12), and the document that was made of it last.
create table organ_guide (
  region_id uuid not null,
  organ_id uuid not null,
  texts jsonb not null,
  document_id uuid,
  -- Hash of the parts that are made from the organ's data, as they stood in that document.
  composed_sha256 text check (composed_sha256 ~ '^[0-9a-f]{64}$'),
  composed_at timestamptz(3),
  -- 1 stands for an organ without a row.
  version integer not null check (version >= 2),
  primary key (region_id, organ_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, document_id) references document
);

grant select, insert, update on catalog_item, catalog_import, organ_guide to zhaoshi_server;
grant select, insert on catalog_wording, duty_reminder, case_reevaluation to zhaoshi_server;
grant select, insert, delete on catalog_responsibility to zhaoshi_server;
grant select, insert on nothing_produced to zhaoshi_server;
grant update (taken_back_by, taken_back_at) on nothing_produced to zhaoshi_server;
grant select on published.nothing_produced to zhaoshi_portal;
