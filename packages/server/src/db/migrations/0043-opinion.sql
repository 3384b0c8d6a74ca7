-- 政务舆情回应 (oversight.md §6; 国办发〔2016〕80号, 61号): events with hours of the wall clock, how they were answered, and where
-- they are reported from.

-- A system for monitoring that sends events. Its secret is shown once and kept sealed.
create table opinion_source (
  region_id uuid not null,
  source_id uuid not null,
  organ_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  sealed_secret text not null,
  created_by uuid not null references account,
  created_at timestamptz(3) not null,
  -- When it last sent something that was taken.
  received_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (region_id, source_id),
  foreign key (region_id, organ_id) references organ
);
create unique index opinion_source_id on opinion_source (source_id);
create index opinion_source_of_organ on opinion_source (region_id, organ_id);

create table opinion (
  region_id uuid not null,
  opinion_id uuid not null,
  organ_id uuid not null,
  title text not null check (length(title) between 1 and 400),
  summary text not null check (length(summary) <= 4000),
  -- Where it was said.
  platform text not null check (length(platform) <= 200),
  link text not null check (length(link) <= 2000),
  origin text not null check (origin in ('manual', 'import', 'webhook')),
  source_id uuid,
  -- The id of the sending system: the same is taken once.
  external_id text check (length(external_id) between 1 and 200),
  level text not null check (level in ('gravest', 'grave', 'other')),
  occurred_at timestamptz(3),
  found_at timestamptz(3) not null,
  -- Who sees to it.
  owner_id uuid references account,
  step text not null check (step in ('collected', 'assessed', 'consulted', 'handled', 'responded', 'evaluated', 'closed')),
  entered_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (region_id, opinion_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, source_id) references opinion_source,
  check ((origin = 'webhook') = (source_id is not null)),
  check ((source_id is null) = (external_id is null)),
  check (occurred_at is null or occurred_at <= found_at)
);
create unique index opinion_external on opinion (region_id, source_id, external_id) where source_id is not null;
-- Lists and the figures of a year.
create index opinion_by_discovery on opinion (region_id, organ_id, found_at desc, opinion_id desc);
-- What still has to be answered, of all organs: looked at every few minutes.
create index opinion_open on opinion (region_id, organ_id) where step <> 'closed';

-- What was given out, and when.
create table opinion_release (
  region_id uuid not null,
  opinion_id uuid not null,
  release_id uuid not null,
  kind text not null check (kind in ('information', 'pressConference', 'followUp')),
  released_at timestamptz(3) not null,
  -- Channel, place, or who spoke for the organ at the press conference.
  channel text not null check (length(channel) between 1 and 400),
  link text not null check (length(link) <= 2000),
  note text not null check (length(note) <= 4000),
  entered_by uuid not null references account,
  entered_at timestamptz(3) not null,
  primary key (region_id, opinion_id, release_id),
  foreign key (region_id, opinion_id) references opinion
);

-- A response that goes through the review of documents; once public it is a release.
create table opinion_document (
  region_id uuid not null,
  opinion_id uuid not null,
  document_id uuid not null,
  linked_at timestamptz(3) not null,
  primary key (region_id, opinion_id, document_id),
  foreign key (region_id, opinion_id) references opinion,
  foreign key (region_id, document_id) references document
);
create index opinion_of_document on opinion_document (region_id, document_id);

-- Who did what when, with what they thought; never changed.
create table opinion_event (
  region_id uuid not null,
  opinion_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null
    check (type in ('enter', 'edit', 'step', 'release', 'removeRelease', 'linkDocument', 'unlinkDocument')),
  -- Before and after: levels, moments, steps, ids; no text that anybody wrote.
  data jsonb not null,
  note text not null check (length(note) <= 4000),
  -- null: a system for monitoring.
  recorded_by uuid references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, opinion_id, sequence),
  foreign key (region_id, opinion_id) references opinion
);

-- What was reminded of, once for each event, clock and stage; a clock that was moved begins again.
create table opinion_reminder (
  region_id uuid not null,
  opinion_id uuid not null,
  timer text not null check (length(timer) between 1 and 40),
  stage text not null check (length(stage) between 1 and 40),
  due_at timestamptz(3) not null,
  told_at timestamptz(3) not null,
  primary key (region_id, opinion_id, timer, stage, due_at),
  foreign key (region_id, opinion_id) references opinion
);

grant select, insert on opinion_source, opinion_event, opinion_reminder to zhaoshi_server;
grant update (received_at, ended_at) on opinion_source to zhaoshi_server;
grant select, insert on opinion to zhaoshi_server;
grant update (title, summary, platform, link, level, occurred_at, found_at, owner_id, step, version) on opinion
  to zhaoshi_server;
grant select, insert, delete on opinion_release, opinion_document to zhaoshi_server;
