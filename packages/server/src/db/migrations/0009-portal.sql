-- What the portal needs beside reports: names that are not organs, the site's registration, figures, search.

-- These stand in paths where the names of regions and organs stand.
alter table region add constraint region_slug_is_free check (slug not in ('accessibility', 'api', 'assets', 'console',
  'display', 'files', 'healthz', 'metrics', 'mirror', 'openapi', 'readyz', 'search', 'site-map', 'sitemaps'));
alter table organ add constraint organ_slug_is_free check (slug not in ('annual-reports', 'organs', 'search'));

-- The newest items first, of all and of a region.
create index report_version_newest on report_version (published_at desc);

-- One thing that the public can find; written in the transaction that publishes it.
create table search_entry (
  region_id uuid not null,
  -- The id of the published thing itself.
  entry_id uuid not null,
  kind text not null check (kind in ('annualReport')),
  organ_id uuid not null,
  title text not null,
  body text not null,
  -- 文号, 索引号, years: what is looked for as a number.
  numbers text not null,
  -- title, numbers and body as @zhaoshi/domain/search/fold makes them.
  folded text not null,
  -- Numbers of all pairs of characters in folded: words of two characters, which trigrams cannot find.
  bigrams integer[] not null,
  published_at timestamptz(3) not null,
  path text not null check (path ~ '^/[a-z0-9/-]+$'),
  primary key (region_id, entry_id),
  foreign key (region_id, organ_id) references organ on delete cascade
);
create extension if not exists pg_trgm;
create index search_entry_newest on search_entry (published_at desc, entry_id desc);
create index search_entry_trigrams on search_entry using gin (folded gin_trgm_ops);
create index search_entry_bigrams on search_entry using gin (bigrams);
create index organ_newest_entries on search_entry (region_id, organ_id, published_at desc);

-- Nothing is public before its minute: neither a report nor a newer version of one that is public already.
create or replace view published.annual_report as
  select r.region_id, r.organ_id, r.report_year, v.version, v.title, v.content, v.content_sha256, v.published_at
  from public.annual_report r
  join public.report_version v using (region_id, report_id)
  where v.published_at <= now() and not exists (select from public.report_version later
    where later.region_id = v.region_id and later.report_id = v.report_id and later.version > v.version
      and later.published_at <= now());

create view published.report_cell as
  select r.region_id, r.organ_id, r.report_year, c.cell_id, c.state, c.value, c.raw
  from public.report_cell c
  join public.annual_report r using (region_id, report_id)
  join published.annual_report p on p.region_id = r.region_id and p.organ_id = r.organ_id
    and p.report_year = r.report_year and p.version = c.version;

-- 村（居）民委员会 is no organ (村组法2): 村务公开 is no column of 政府信息公开 and does not stand among them.
create or replace view published.organ as
  select region_id, organ_id, parent_id, slug, name, kind, level, path from public.organ
  where kind <> 'village' and valid_from <= civil_today() and (valid_to is null or valid_to > civil_today());

-- Organs of today and those that have ended: what was published stays public, and so does who published it. When and
-- why an organ ended is told from that day on.
create view published.organ_record as
  select region_id, organ_id, parent_id, slug, name, kind, level, path,
    case when valid_to <= civil_today() then valid_to end as ended_on,
    case when valid_to <= civil_today() then closing_statement end as closing_statement
  from public.organ where kind <> 'village' and valid_from <= civil_today();

-- Settings that stand on every page; all others are nobody's business outside.
create view published.setting as
  select o.path, s.key, s.value from public.setting s join public.organ o using (region_id, organ_id)
  where s.key in ('site.identificationCode', 'site.icpNumber', 'site.publicSecurityNumber', 'site.sponsor',
    'site.contactPhone');

create view published.search_entry as
  select region_id, entry_id, kind, organ_id, title, body, folded, bigrams, published_at, path
  from public.search_entry where published_at <= now();

grant select, insert, update, delete on search_entry to zhaoshi_server;
grant select on published.organ_record, published.report_cell, published.setting, published.search_entry
  to zhaoshi_portal;
