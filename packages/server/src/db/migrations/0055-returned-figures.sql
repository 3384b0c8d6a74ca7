-- 统计数据: whoever signs off may send a figure back to whoever entered it, with why. The version stays as it is and is
-- never signed off; the next one takes its place.
alter table statistic_version
  add column returned_by uuid,
  add column returned_at timestamptz(3),
  add column return_reason text not null default '' check (length(return_reason) <= 500),
  add constraint statistic_version_returned check (
    (returned_by is null) = (returned_at is null) and (returned_by is null) = (return_reason = '')
  ),
  add constraint statistic_version_one_end check (returned_by is null or signed_by is null),
  -- Whoever entered it changes it; sending back is somebody else's.
  add constraint statistic_version_returned_by_another check (returned_by <> entered_by);

create or replace function keep_statistic_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  ends constant text[] := array['signed_by', 'signed_at', 'returned_by', 'returned_at', 'return_reason'];
begin
  if (to_jsonb(old) - ends) is distinct from (to_jsonb(new) - ends)
    or old.signed_by is not null or old.returned_by is not null then
    raise exception 'a figure that was entered is never changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;

grant update (returned_by, returned_at, return_reason) on statistic_version to zhaoshi_server;
