-- Disclosure on application (依申请公开): cases as their events, with a row for lists; applicants sealed; letters; files.

-- "must be dated now": an infinite moment is refused before anything is computed with it (PostgreSQL 15 fails there).
create or replace function require_now(moment timestamptz, what text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if moment is null or not isfinite(moment) then
    raise exception '% must be dated now, not %', what, moment using errcode = 'check_violation';
  end if;
  if abs(extract(epoch from clock_timestamp() - moment)) > extract(epoch from public.clock_tolerance()) then
    raise exception '% must be dated now, not %', what, moment using errcode = 'check_violation';
  end if;
end $$;

create extension if not exists btree_gist;

-- One person or organisation as one organ knows them ("same applicant" is counted per organ). sealed holds everything
-- that names them; the hashes are keyed, find equals and tell nothing.
create table applicant (
  region_id uuid not null,
  applicant_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('naturalPerson', 'commercialEnterprise', 'researchInstitution',
    'publicWelfareOrganization', 'legalServiceInstitution', 'otherOrganization')),
  sealed text not null,
  -- As lists show it: 张*.
  masked_name text not null check (length(masked_name) between 1 and 200),
  name_hash text not null,
  identity_hash text,
  phone_hash text,
  primary key (region_id, applicant_id),
  foreign key (region_id, organ_id) references organ
);
create index on applicant (region_id, organ_id, name_hash);
create index on applicant (region_id, organ_id, identity_hash) where identity_hash is not null;
create index on applicant (region_id, organ_id, phone_hash) where phone_hash is not null;

-- The running number of an organ and year: of applications, and of letters (文号).
create table serial_number (
  region_id uuid not null,
  organ_id uuid not null,
  series text not null check (series in ('application', 'letter')),
  year integer not null check (year between 2008 and 2999),
  last integer not null check (last >= 1),
  primary key (region_id, organ_id, series, year),
  foreign key (region_id, organ_id) references organ
);

-- What the events of a case make of it, for lists and figures; @zhaoshi/domain/application computes it.
create table application (
  region_id uuid not null,
  application_id uuid not null,
  organ_id uuid not null,
  -- 登记号, such as 20260012; unique in its organ.
  registration_number text not null check (length(registration_number) between 1 and 40),
  applicant_id uuid not null,
  applicant_kind text not null,
  channel text not null,
  -- Came to another unit or to a person in the organ, who handed it on.
  is_misaddressed boolean not null,
  status text not null,
  -- Four dates that are never mixed (applications.md §2).
  sent_on date,
  arrived_on date,
  receipt_date date,
  entered_at timestamptz(3) not null,
  -- What was asked, shortened and without numbers that name a person; the whole text is sealed.
  summary text not null check (length(summary) between 1 and 300),
  folded text not null,
  bigrams integer[] not null,
  -- The whole form: description, agent, form and way of supply.
  sealed text not null,
  -- Last day to reply as it stands, and whether some day of it may still change.
  due_on date,
  is_provisional boolean not null,
  -- Last day of what is waited for: a correction or a payment.
  waits_until date,
  officer_id uuid,
  -- The first result, which table three counts, and the one that holds now.
  result_on date,
  result_outcome text,
  last_outcome text,
  letter_number text,
  -- Finds the case with the query code that the applicant has.
  query_code_hash text not null,
  is_imported boolean not null,
  version integer not null default 1,
  primary key (region_id, application_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, applicant_id) references applicant,
  constraint application_result check ((result_on is null) = (result_outcome is null)),
  constraint application_receipt check (result_on is null or receipt_date is null or result_on >= receipt_date
    or result_outcome = 'otherHandling.withdrawn')
);
create unique index application_number on application (region_id, organ_id, registration_number);
create index application_open_by_due on application
  (region_id, organ_id, coalesce(due_on, 'infinity'::date), application_id)
  where status not in ('delivered', 'closed', 'archived');
create index application_by_receipt on application (region_id, organ_id, receipt_date, application_id);
create index application_by_entry on application (region_id, organ_id, entered_at desc, application_id desc);
create index application_by_result on application (region_id, organ_id, result_on) where result_on is not null;
-- Who was open on a day: table three's carry-over.
create index application_open_days on application using gist (region_id, organ_id, daterange(receipt_date, result_on))
  where receipt_date is not null;
create index application_of_applicant on application (region_id, applicant_id, receipt_date);
create index application_trigrams on application using gin (folded gin_trgm_ops);
create index application_bigrams on application using gin (bigrams);

-- Everything that happened, in its order; never changed. data holds facts, sealed the words.
create table application_event (
  region_id uuid not null,
  application_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null,
  data jsonb not null,
  sealed text,
  recorded_at timestamptz(3) not null,
  -- An account's id, or 'applicant'.
  actor text not null,
  primary key (region_id, application_id, sequence),
  foreign key (region_id, application_id) references application
);

create table letter (
  region_id uuid not null,
  letter_id uuid not null,
  application_id uuid not null,
  organ_id uuid not null,
  -- Id of its template, such as correctionNotice or replyLetter.granted.provided, and the template's version.
  kind text not null,
  template_version integer not null,
  -- 文号; null where the kind carries none.
  document_number text,
  issued_on date not null,
  -- The letter as composed (blocks), as JSON.
  sealed text not null,
  delivered_on date,
  delivery_way text check (delivery_way in ('direct', 'post', 'viaOrgan', 'electronic')),
  -- Whether the applicant may see it.
  is_for_applicant boolean not null,
  primary key (region_id, letter_id),
  foreign key (region_id, application_id) references application
);
create index on letter (region_id, application_id);
create unique index letter_number on letter (region_id, organ_id, document_number) where document_number is not null;

-- Files of a case. Released files are what the applicant may download; all others stay inside.
create table application_file (
  region_id uuid not null,
  application_id uuid not null,
  file_id uuid not null,
  use text not null check (use in ('form', 'envelope', 'identity', 'powerOfAttorney', 'evidence', 'search',
    'consultation', 'source', 'released', 'correction', 'payment')),
  added_at timestamptz(3) not null,
  primary key (region_id, application_id, file_id),
  foreign key (region_id, application_id) references application,
  foreign key (region_id, file_id) references file
);

-- A filter of the register that a person keeps.
create table saved_view (
  account_id uuid not null references account,
  view_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  filter jsonb not null,
  primary key (account_id, view_id)
);

grant select, insert, update on applicant, serial_number, application to zhaoshi_server;
grant select, insert on application_event to zhaoshi_server;
grant select, insert on letter to zhaoshi_server;
grant update (delivered_on, delivery_way) on letter to zhaoshi_server;
grant select, insert, delete on application_file to zhaoshi_server;
grant select, insert, update, delete on saved_view to zhaoshi_server;
