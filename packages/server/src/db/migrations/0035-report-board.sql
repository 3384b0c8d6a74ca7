-- What the board of a competent department shows of the reports that were sent, worked out when they are frozen.

create table report_board (
  region_id uuid not null,
  report_id uuid not null,
  submission integer not null,
  -- Character runs of parts one and five, sorted, eight bytes each (domain annual-report/compare/similarity).
  profile bytea not null,
  -- The largest changes against the year before: cell, figure before and now.
  changes json not null,
  primary key (region_id, report_id, submission),
  foreign key (region_id, report_id, submission) references report_submission
);

-- The nearest of the other units' reports of the list when one was frozen; never worked out when a board is read.
create table report_likeness (
  region_id uuid not null,
  report_id uuid not null,
  submission integer not null,
  other_region_id uuid not null,
  other_report_id uuid not null,
  other_submission integer not null,
  percent numeric(4, 1) not null check (percent between 0 and 100),
  primary key (region_id, report_id, submission, other_region_id, other_report_id, other_submission),
  foreign key (region_id, report_id, submission) references report_board,
  foreign key (other_region_id, other_report_id, other_submission) references report_board
);
create index report_likeness_other on report_likeness (other_region_id, other_report_id, other_submission);

-- When a unit was last reminded by a person, so that nobody is reminded twice a day.
create table report_reminder (
  region_id uuid not null,
  organ_id uuid not null,
  report_year integer not null,
  reminded_on date not null,
  reminded_by uuid not null references account,
  primary key (region_id, organ_id, report_year, reminded_on),
  foreign key (region_id, organ_id) references organ
);

grant select, insert on report_board, report_likeness, report_reminder to zhaoshi_server;

-- The lists that name an organ.
create index reporting_unit_of_organ on reporting_unit (unit_region_id, unit_organ_id, report_year);
