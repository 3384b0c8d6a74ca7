-- How an assessment ended, and what the public is told of each verdict (条例46).

alter table assessment
  -- The last day that was counted; null while it runs.
  add column counted_to date,
  -- Why it ended before its last day; published with the results.
  add column early_reason text not null default '' check (length(early_reason) <= 500);
update assessment set counted_to = greatest(starts_on, least(ends_on, (closed_at at time zone 'Asia/Shanghai')::date))
  where state <> 'running';
alter table assessment
  add check ((counted_to is null) = (state = 'running')),
  add check (counted_to between starts_on and ends_on),
  add check (early_reason = '' or counted_to < ends_on);

alter table assessment_result
  -- Why the verdict is what it is, as it was told when the assessment was closed.
  add column because text not null default '',
  -- Indicators that nobody looked at; null: closed before this was kept.
  add column unrated integer check (unrated >= 0);

create or replace view published.assessment as
  select region_id, assessment_id, organ_id, year, title, starts_on, ends_on, published_at, counted_to, early_reason
  from public.assessment where state = 'published';
create or replace view published.assessment_result as
  select r.region_id, r.assessment_id, r.unit_organ_id, r.unit_name, r.place, r.total, r.verdict, r.because, r.unrated
  from public.assessment_result r join published.assessment a using (region_id, assessment_id);

-- Of an organ what still runs, for the list of what waits.
create index assessment_running on assessment (region_id, organ_id, ends_on) where state = 'running';

grant update (counted_to, early_reason) on assessment to zhaoshi_server;
