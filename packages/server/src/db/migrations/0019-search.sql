-- The search over everything published: reports and documents, found by any part of what they say, narrowed by facets.

-- Rows are made again at the next start from what they were made of (indexMissingReports).
drop view published.search_entry;
drop table search_entry;

-- One thing that the public can find, or one edition of it; written in the transaction that publishes it.
create table search_entry (
  region_id uuid not null,
  -- The id of the published thing itself.
  entry_id uuid not null,
  kind text not null check (kind in ('annualReport', 'document')),
  organ_id uuid not null,
  -- What it is called in lists: a kind of document (体裁), or annualReport.
  genre text not null,
  subject_category text,
  validity text check (validity in ('inForce', 'revised', 'expired', 'repealed')),
  date_of_document date,
  -- First publication, which later editions keep; results stand in its order.
  published_at timestamptz(3) not null,
  -- The year of that day in China.
  published_year integer not null,
  -- This edition is public from this moment, and until that one.
  visible_from timestamptz(3) not null,
  visible_until timestamptz(3) check (visible_until > visible_from),
  document_number text,
  index_number text,
  title text not null,
  -- Further words by which it is found but which are not shown: names of the organ, years, keywords.
  other_words text not null,
  path text not null check (path ~ '^/[a-z0-9/-]+$'),
  body text not null,
  -- @zhaoshi/domain/search/grams: pairs of characters, marks of facets, numbers and months.
  grams integer[] not null,
  primary key (region_id, entry_id, visible_from),
  foreign key (region_id, organ_id) references organ on delete cascade
);

-- A row is one narrow line; its text and grams lie elsewhere. So ten thousand rows are counted without reading them.
alter table search_entry set (toast_tuple_target = 128);
alter table search_entry alter column grams set storage external;
alter table search_entry alter column title set storage main;
alter table search_entry alter column other_words set storage main;
alter table search_entry alter column path set storage main;
-- Arrays of a thousand integers would be read for statistics of no use.
alter table search_entry alter column grams set statistics 0;

create index search_entry_newest on search_entry (published_at desc, entry_id desc);
create index organ_newest_entries on search_entry (region_id, organ_id, published_at desc);
-- Without the list of pending entries, through which every question would have to go.
create index search_entry_grams on search_entry using gin (grams) with (fastupdate = off);

create view published.search_entry as
  select region_id, entry_id, kind, organ_id, genre, subject_category, validity, date_of_document, published_at,
    published_year, document_number, index_number, title, other_words, path, body, grams
  from public.search_entry
  where published_at <= now() and visible_from <= now() and (visible_until is null or visible_until > now());

grant select, insert, update, delete on search_entry to zhaoshi_server;
grant select on published.search_entry to zhaoshi_portal;
-- The console finds what is public by the same question.
grant usage on schema published to zhaoshi_server;
grant select on published.search_entry, published.organ_record to zhaoshi_server;
