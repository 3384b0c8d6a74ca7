-- Subscriptions to a list of an organ's column, and to a search with what it is narrowed to.
alter table subscription
  -- Name of the list as its address has it; empty: everything that the organ publishes, or a search.
  add column list text not null default '' check (list ~ '^[a-z0-9-]{0,60}$'),
  -- What the address of the search says beside the words: region, organ, genre …
  add column narrowings jsonb not null default '{}'
    check (jsonb_typeof(narrowings) = 'object' and length(narrowings::text) <= 2000),
  add check (list = '' or query = ''),
  add check (query <> '' or narrowings = '{}');

-- Words were looked for in the region of the organ.
update subscription s set narrowings = jsonb_build_object('region', r.slug)
  from region r where r.region_id = s.region_id and s.query <> '';

-- What is told is what the lists show.
grant select on published.document, published.region to zhaoshi_server;

-- The form of the pages, beside what stands on each of them; all other settings are nobody's business outside.
create or replace view published.setting as
  select o.path, s.key, s.value from public.setting s join public.organ o using (region_id, organ_id)
  where s.key in ('site.identificationCode', 'site.icpNumber', 'site.publicSecurityNumber', 'site.sponsor',
    'site.contactPhone', 'publication.printsMetaTags', 'publication.columnLayout');
