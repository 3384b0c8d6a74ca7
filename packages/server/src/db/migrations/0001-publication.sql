-- Regions, organs, annual reports with their versions, and the audit trail.
-- region_id leads every key, so that the tables can be distributed by it.

create table region (
  region_id uuid primary key,
  parent_id uuid references region,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,62}$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'county')),
  is_demonstration boolean not null
);

create table organ (
  region_id uuid not null references region,
  organ_id uuid not null,
  parent_id uuid,
  slug text not null check (slug ~ '^[a-z][a-z0-9-]{0,62}$'),
  name text not null,
  kind text not null check (kind in ('township', 'subdistrictOffice', 'department', 'governmentOrgan',
    'countyGovernment', 'cityGovernment', 'provinceGovernment')),
  level text not null check (level in ('province', 'city', 'county', 'township')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (region_id, organ_id),
  unique (region_id, slug),
  foreign key (region_id, parent_id) references organ
);

create table annual_report (
  region_id uuid not null,
  report_id uuid not null,
  organ_id uuid not null,
  report_year integer not null check (report_year between 2008 and 2999),
  primary key (region_id, report_id),
  unique (region_id, organ_id, report_year),
  foreign key (region_id, organ_id) references organ
);

-- One published state of a report; never changed, a restatement is the next version.
-- content is json, not jsonb: the text stays byte for byte what content_sha256 was taken of.
create table report_version (
  region_id uuid not null,
  report_id uuid not null,
  version integer not null check (version >= 1),
  title text not null,
  content json not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz(3) not null,
  primary key (region_id, report_id, version),
  foreign key (region_id, report_id) references annual_report
);

create table report_cell (
  region_id uuid not null,
  report_id uuid not null,
  version integer not null,
  cell_id text not null,
  state text not null check (state in ('value', 'blank', 'text', 'derived')),
  value numeric check ((value is null) = (state in ('blank', 'text'))),
  raw text not null,
  unit text,
  footnote text,
  primary key (region_id, report_id, version, cell_id),
  foreign key (region_id, report_id, version) references report_version
);

-- details is the canonical JSON text that the hashes are taken of.
create table audit_entry (
  sequence bigint primary key check (sequence >= 1),
  recorded_at timestamptz(3) not null,
  actor text not null,
  action text not null,
  subject text not null,
  details text not null,
  previous_sha256 text not null,
  previous_sm3 text not null,
  sha256 text not null unique,
  sm3 text not null
);

-- The last entry; locking this row puts writers in one line, and a cut-off tail of the trail shows. Nobody writes it:
-- a new entry moves it on.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  sequence bigint not null,
  sha256 text not null,
  sm3 text not null
);
insert into audit_head (sequence, sha256, sm3) values (0, repeat('0', 64), repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

-- What is recorded as happening now may not be dated otherwise; the clocks of two machines may differ a little.
create function clock_tolerance() returns interval language sql stable as $$ select interval '10 minutes' $$;
create function require_now(moment timestamptz, what text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if moment is null or not isfinite(moment) or abs(extract(epoch from clock_timestamp() - moment)) > extract(epoch from public.clock_tolerance()) then
    raise exception '% must be dated now, not %', what, moment using errcode = 'check_violation';
  end if;
end $$;

-- Writers may lock the head to compute the next hashes, and change it only by adding the entry that follows.
create function lock_audit_head() returns table (sequence bigint, sha256 text, sm3 text) language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select h.sequence, h.sha256, h.sm3 from public.audit_head h for update;
end $$;

create function follow_head() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  head public.audit_head;
begin
  perform public.require_now(new.recorded_at, tg_table_name);
  select * into strict head from public.audit_head for update;
  if new.sequence is distinct from head.sequence + 1
    or new.previous_sha256 is distinct from head.sha256 or new.previous_sm3 is distinct from head.sm3 then
    raise exception 'an audit entry must follow the last one' using errcode = 'check_violation';
  end if;
  update public.audit_head set sequence = new.sequence, sha256 = new.sha256, sm3 = new.sm3;
  return new;
end $$;
create trigger follow_head before insert on audit_entry for each row execute function follow_head();

create function published_now() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform public.require_now(new.published_at, tg_table_name);
  return new;
end $$;
create trigger published_now before insert on report_version for each row execute function published_now();

-- Publishers of one report queue at its row.
create function lock_annual_report(region uuid, organ uuid, year integer) returns uuid language sql
  security definer set search_path = pg_catalog, pg_temp as $$
  select report_id from public.annual_report
  where region_id = region and organ_id = organ and report_year = year for no key update $$;

-- A trigger's function that may be executed may be hung on a table of one's own.
revoke execute on function follow_head(), lock_audit_head(), lock_annual_report(uuid, uuid, integer) from public;
grant execute on function lock_audit_head(), lock_annual_report(uuid, uuid, integer) to zhaoshi_server;

-- Nobody here needs large objects. Where the owner is no superuser this is not his to take away: a warning.
do $$
declare
  one regprocedure;
begin
  for one in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace
    and proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_open', 'lo_unlink', 'lo_truncate',
      'lo_truncate64', 'lo_import', 'lo_export', 'lowrite', 'loread', 'lo_get') loop
    execute format('revoke execute on function %s from public', one);
  end loop;
exception when insufficient_privilege then null;
end $$;

-- What the public may see, and nothing else: the portal's role reads this schema only.
create schema published;

create view published.region as
  select region_id, parent_id, slug, name, level, is_demonstration from public.region;

create view published.organ as
  select region_id, organ_id, parent_id, slug, name, kind, level from public.organ
  where valid_from <= current_date and (valid_to is null or valid_to > current_date);

create view published.annual_report as
  select r.region_id, r.organ_id, r.report_year, v.version, v.title, v.content, v.content_sha256, v.published_at
  from public.annual_report r
  join public.report_version v using (region_id, report_id)
  where not exists (select from public.report_version later
    where later.region_id = v.region_id and later.report_id = v.report_id and later.version > v.version);

revoke create on schema public from public;
grant usage on schema public to zhaoshi_server;
grant select, insert on region, organ, annual_report, report_version, report_cell, audit_entry to zhaoshi_server;
grant select on audit_head to zhaoshi_server;
grant usage on schema published to zhaoshi_portal;
grant select on all tables in schema published to zhaoshi_portal;
