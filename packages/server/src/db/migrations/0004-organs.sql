-- Villages in the tree, contact data, disclosure offices, leading groups, successors, and who reports in which year.

-- 村（居）民委员会 is no organ in law (村组法2); it stands in the tree because 村务公开 is kept there, under the township
-- that supervises it (村组法36), and it never reports nor answers applications.
alter table organ drop constraint organ_kind_check, drop constraint organ_level_check;
alter table organ
  add constraint organ_kind_check check (kind in ('township', 'subdistrictOffice', 'department', 'governmentOrgan',
    'countyGovernment', 'cityGovernment', 'provinceGovernment', 'village')),
  add constraint organ_level_check check (level in ('province', 'city', 'county', 'township', 'village')),
  add constraint organ_village_level check ((kind = 'village') = (level = 'village'));

-- Why an organ ended without any other taking over.
alter table organ add column closing_statement text
  constraint organ_closing_statement check (closing_statement is null
    or (length(closing_statement) between 1 and 500 and valid_to is not null));

-- The day in China: databases keep their clocks in UTC.
create function civil_today() returns date language sql stable as
  $$ select (now() at time zone 'Asia/Shanghai')::date $$;

-- 条例20(2): 办公地址、办公时间、联系方式、负责人姓名. Saved together with the organ, under its version.
create table organ_contact (
  region_id uuid not null,
  organ_id uuid not null,
  address text,
  postcode text check (postcode ~ '^\d{6}$'),
  office_hours text,
  phone text,
  fax text,
  email text,
  website text check (website ~ '^https?://'),
  responsible_person text,
  primary key (region_id, organ_id),
  foreign key (region_id, organ_id) references organ
);

-- 条例4 (five duties) and 12: 名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式. No person is named.
create table disclosure_office (
  region_id uuid not null,
  organ_id uuid not null,
  name text not null,
  head_title text,
  address text,
  office_hours text,
  phone text,
  fax text,
  email text,
  website text check (website ~ '^https?://'),
  duties text[] not null,
  -- 1 stands for an organ without a row.
  version integer not null check (version >= 2),
  primary key (region_id, organ_id),
  foreign key (region_id, organ_id) references organ
);

create table leading_group (
  region_id uuid not null,
  organ_id uuid not null,
  name text not null,
  -- The order that set up or last adjusted the group.
  document_number text,
  established_on date,
  -- Where its office is, such as 党政办.
  office text,
  version integer not null check (version >= 2),
  primary key (region_id, organ_id),
  foreign key (region_id, organ_id) references organ
);

create table leading_group_member (
  region_id uuid not null,
  member_id uuid not null,
  organ_id uuid not null,
  name text not null,
  -- Office held, such as 乡长; and the place in the group.
  post text not null,
  duty text not null check (duty in ('head', 'executiveDeputy', 'deputy', 'member', 'officeDirector')),
  position integer not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (region_id, member_id),
  foreign key (region_id, organ_id) references leading_group
);
create index on leading_group_member (region_id, organ_id, position);

-- Who exercises an organ's powers since a day: all of them, or those named in matters (国办公开办函〔2019〕14号).
create table organ_successor (
  region_id uuid not null,
  succession_id uuid not null,
  organ_id uuid not null,
  successor_region_id uuid not null,
  successor_organ_id uuid not null,
  valid_from date not null,
  matters text check (length(matters) between 1 and 1000),
  document_number text,
  primary key (region_id, succession_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (successor_region_id, successor_organ_id) references organ,
  check (organ_id <> successor_organ_id)
);
create index on organ_successor (region_id, organ_id);
create index on organ_successor (successor_region_id, successor_organ_id);

-- Who reports for a year, as the competent department decided it (条例27, 49); the list is itself public.
create table reporting_unit_list (
  region_id uuid not null references region,
  report_year integer not null check (report_year between 2008 and 2999),
  copied_from integer check (copied_from < report_year),
  version integer not null default 1,
  primary key (region_id, report_year)
);

create table reporting_unit (
  region_id uuid not null,
  report_year integer not null,
  -- Governments below are members with their aggregated report; they stand in regions of their own.
  unit_region_id uuid not null,
  unit_organ_id uuid not null,
  position integer not null,
  included boolean not null,
  reason text check (length(reason) between 1 and 300),
  primary key (region_id, report_year, unit_region_id, unit_organ_id),
  foreign key (region_id, report_year) references reporting_unit_list,
  foreign key (unit_region_id, unit_organ_id) references organ,
  constraint left_out_with_reason check (included or reason is not null)
);

-- One row of numbers for all settings: a value set, cleared and set again is never taken for the first one.
create sequence setting_version as integer start 2;

create view published.organ_contact as
  select c.region_id, c.organ_id, c.address, c.postcode, c.office_hours, c.phone, c.fax, c.email, c.website,
    c.responsible_person
  from public.organ_contact c join public.organ o using (region_id, organ_id)
  where o.valid_from <= civil_today() and (o.valid_to is null or o.valid_to > civil_today());

create view published.disclosure_office as
  select d.region_id, d.organ_id, d.name, d.head_title, d.address, d.office_hours, d.phone, d.fax, d.email, d.website,
    d.duties
  from public.disclosure_office d join public.organ o using (region_id, organ_id)
  where o.valid_from <= civil_today() and (o.valid_to is null or o.valid_to > civil_today());

create view published.leading_group as
  select g.region_id, g.organ_id, g.name, g.document_number, g.established_on, g.office
  from public.leading_group g join public.organ o using (region_id, organ_id)
  where o.valid_from <= civil_today() and (o.valid_to is null or o.valid_to > civil_today());

-- Name, office and place in the group of those who are in it today; who was in it before is the house's own record.
create view published.leading_group_member as
  select m.region_id, m.organ_id, m.name, m.post, m.duty, m.position
  from public.leading_group_member m join published.leading_group g using (region_id, organ_id)
  where m.valid_from <= civil_today() and (m.valid_to is null or m.valid_to > civil_today());

create view published.organ_successor as
  select region_id, organ_id, successor_region_id, successor_organ_id, valid_from, matters, document_number
  from public.organ_successor where valid_from <= civil_today();

create view published.reporting_unit as
  select region_id, report_year, unit_region_id, unit_organ_id, position, included, reason from public.reporting_unit;

grant select, insert, update on organ_contact, disclosure_office, leading_group, leading_group_member,
  reporting_unit_list to zhaoshi_server;
grant select, insert, delete on organ_successor, reporting_unit to zhaoshi_server;
-- Rows that never held (from a day that has not come) are taken back; what held is ended, not removed.
grant delete on leading_group_member to zhaoshi_server;
grant usage on sequence setting_version to zhaoshi_server;
grant select on published.organ_contact, published.disclosure_office, published.leading_group,
  published.leading_group_member, published.organ_successor, published.reporting_unit to zhaoshi_portal;
