-- 更正重报: why a published report was corrected, and every version that the public has seen.

-- Read by the public beside the figures that changed; null: the first version, or one whose file was read again.
alter table report_version add column restated_for text check (length(restated_for) between 1 and 2000);

-- Earlier versions stay readable at addresses of their own: nothing published is written over.
create view published.report_version as
  select r.region_id, r.organ_id, r.report_year, v.version, v.title, v.content, v.content_sha256, v.published_at,
    v.restated_for
  from public.annual_report r
  join public.report_version v using (region_id, report_id)
  where v.published_at <= now();

grant select on published.report_version to zhaoshi_portal;
