-- What brings the review of something withheld forward (条例18); links of public documents; contacts of public voices
-- that are erased in time.

-- A change of the situation. Never changed. source: a person, who says what in sealed words; an application that asks for
-- the same; or a document that went public, by its id.
create table reevaluation_trigger (
  region_id uuid not null,
  trigger_id uuid not null,
  application_id uuid,
  document_id uuid,
  kind text not null check (kind in ('secrecyPeriodEnded', 'decisionTaken', 'consentGiven', 'lawChanged',
    'repeatedApplications')),
  -- May lie ahead, such as the end of a secrecy period.
  happened_on date not null,
  source text not null check (source in ('person', 'application', 'document')),
  -- The application or document; of a person's the trigger itself.
  source_id uuid not null,
  sealed text,
  recorded_at timestamptz(3) not null,
  recorded_by uuid references account,
  primary key (region_id, trigger_id),
  foreign key (region_id, application_id) references application,
  foreign key (region_id, document_id) references document,
  check ((application_id is null) <> (document_id is null)),
  check ((source = 'person') = (sealed is not null) and (source = 'person') = (recorded_by is not null))
);
create index on reevaluation_trigger (region_id, application_id) where application_id is not null;
create index on reevaluation_trigger (region_id, document_id) where document_id is not null;
-- The same application or document raises a review once, however often it is looked for.
create unique index reevaluation_trigger_once on reevaluation_trigger
  (region_id, coalesce(application_id, document_id), kind, source_id) where source <> 'person';
grant select, insert on reevaluation_trigger to zhaoshi_server;

-- Editions whose links were taken into document_link.
create table link_edition (
  region_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  primary key (region_id, document_id, edition),
  foreign key (region_id, document_id, edition) references document_edition
);

-- Links of the editions that are public, with how they answered last (publication.md §9 no. 7).
create table document_link (
  region_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  address text not null check (length(address) between 1 and 1000),
  -- Asked in vain so often in a row.
  failures integer not null default 0 check (failures >= 0),
  checked_at timestamptz(3),
  -- Since when it counts as dead; null while it does not.
  dead_since timestamptz(3),
  check_at timestamptz(3) not null,
  primary key (region_id, document_id, edition, address),
  foreign key (region_id, document_id, edition) references document_edition
);
create index on document_link (check_at);
create index on document_link (address);
create index on document_link (region_id, document_id) where dead_since is not null;
grant select, insert on link_edition to zhaoshi_server;
grant select, insert, delete on document_link to zhaoshi_server;
grant update (failures, checked_at, dead_since, check_at) on document_link to zhaoshi_server;

-- kind 'voice': name and contact of whoever reported an error, asked or commented.
alter table erasure drop constraint erasure_kind_check;
alter table erasure add constraint erasure_kind_check check (kind in ('file', 'form', 'applicant', 'voice'));
grant update (sealed) on public_voice to zhaoshi_server;
create index public_voice_answered on public_voice (answered_at) where status = 'answered';
