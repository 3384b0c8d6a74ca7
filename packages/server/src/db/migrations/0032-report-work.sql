-- The annual report while it is made: draft, what is done to it, what was frozen with its cases, reasons given.

-- Where a report stands; computed from its events by @zhaoshi/domain/annual-report/work.
create table report_work (
  region_id uuid not null,
  report_id uuid not null,
  -- Copied from annual_report, for the board.
  organ_id uuid not null,
  report_year integer not null,
  status text not null check (status in ('drafting', 'inSignature', 'submitted', 'returned', 'accepted', 'published')),
  edition integer not null default 1 check (edition >= 1),
  -- The frozen state that holds, and the one that stands for the unit in the sum of its region: they differ while a
  -- published report is restated.
  frozen integer,
  counted integer,
  published integer,
  -- Texts, sources and typed figures: any state of incompleteness.
  draft jsonb not null,
  -- Failing findings when they were last looked at, for the board.
  blocks integer,
  warnings integer,
  signed_at timestamptz(3),
  accepted_at timestamptz(3),
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (region_id, report_id),
  unique (report_year, organ_id),
  foreign key (region_id, report_id) references annual_report,
  foreign key (region_id, organ_id) references organ
);

create table report_event (
  region_id uuid not null,
  report_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null,
  data jsonb not null,
  texts jsonb not null,
  recorded_at timestamptz(3) not null,
  actor uuid not null,
  primary key (region_id, report_id, sequence),
  foreign key (region_id, report_id) references report_work
);

-- One frozen state: never changed. content is json: it stays byte for byte what content_sha256 was taken of.
create table report_submission (
  region_id uuid not null,
  report_id uuid not null,
  submission integer not null check (submission >= 1),
  edition integer not null,
  origin text not null check (origin in ('platform', 'file')),
  content json not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- Of the cells alone: page, Word, PDF, Excel and JSON carry it (AR-PUB-01).
  cells_sha256 text not null check (cells_sha256 ~ '^[0-9a-f]{64}$'),
  -- Form of each table, and its figures in the order of the form as a JSON list; null: no figure. For sums over many.
  table_forms json not null,
  figures json not null,
  -- Hash of the list of counted cases; null: typed, or from a file.
  cases_sha256 text check (cases_sha256 ~ '^[0-9a-f]{64}$'),
  findings json not null,
  file_id uuid,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (region_id, report_id, submission),
  foreign key (region_id, report_id) references report_work
);

-- The cases behind a frozen state, by register, each with the place where it was counted.
create table report_submission_case (
  region_id uuid not null,
  report_id uuid not null,
  submission integer not null,
  register text not null check (register in ('t2', 't3', 't4')),
  case_id text not null check (length(case_id) between 1 and 100),
  -- A cell of table two or four; of table three "kind inflow outcome", from which its cells follow.
  place text not null check (length(place) between 1 and 120),
  primary key (region_id, report_id, submission, register, case_id, place),
  foreign key (region_id, report_id, submission) references report_submission
);

-- Reasons given for findings; ended when withdrawn or given anew, never changed.
create table report_waiver (
  region_id uuid not null,
  report_id uuid not null,
  waiver_id uuid not null,
  finding_id text not null check (length(finding_id) between 1 and 64),
  fingerprint text not null check (length(fingerprint) between 1 and 64),
  rule text not null check (length(rule) between 1 and 80),
  waived_by text not null check (waived_by in ('author', 'reviewer')),
  reason text not null check (length(reason) between 1 and 1000),
  given_by uuid not null,
  given_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (region_id, report_id, waiver_id),
  foreign key (region_id, report_id) references report_work
);
create unique index report_waiver_in_force on report_waiver (region_id, report_id, finding_id) where ended_at is null;

-- A board shows the units of a year; a report and its history are read by their keys.
create index report_work_of_year on report_work (report_year, region_id, status);

grant select, insert on report_work, report_event, report_submission, report_submission_case, report_waiver
  to zhaoshi_server;
grant update (status, edition, frozen, counted, published, draft, blocks, warnings, signed_at, accepted_at, updated_at,
  version) on report_work to zhaoshi_server;
grant update (ended_at) on report_waiver to zhaoshi_server;

-- 信息处理费 of an organ and year: few cases of many have a payment.
create index application_event_payment on application_event (region_id, application_id) where type = 'recordPayment';
