-- Calendars that organs loaded, and the register of open deadlines.

-- A year of the working calendar, loaded by an organ for itself and all below it. Every state stays: decisions are
-- judged by the calendar in force on their day. file is the notice file as parseCalendarYear accepts it, or null for
-- an organ that only sets holidays of its area (放假办法4).
create table working_calendar (
  region_id uuid not null,
  organ_id uuid not null,
  calendar_year integer not null check (calendar_year between 2008 and 2100),
  -- 1 stands for an organ that loaded nothing for the year.
  version integer not null check (version >= 2),
  file jsonb,
  regional_holidays jsonb not null,
  loaded_at timestamptz(3) not null,
  primary key (region_id, organ_id, calendar_year, version),
  foreign key (region_id, organ_id) references organ
);

-- One running period of working days. subject is '<thing>/<id>'; excluded holds the intervals (after, up_to] that do
-- not count, as [{"after": date, "upTo": date}].
create table deadline (
  region_id uuid not null,
  deadline_id uuid not null,
  organ_id uuid not null,
  subject text not null check (subject ~ '^[a-zA-Z]+/[0-9a-zA-Z-]+$'),
  kind text not null check (length(kind) between 1 and 60),
  starts_on date not null,
  working_days integer not null check (working_days between 0 and 1000),
  excluded jsonb not null default '[]',
  due_on date not null,
  -- A day on the way may still be changed by a notice that is not out.
  is_provisional boolean not null,
  calendar_version text not null,
  closed_at timestamptz(3),
  primary key (region_id, deadline_id),
  foreign key (region_id, organ_id) references organ
);
create index deadline_open on deadline (region_id, organ_id, due_on) where closed_at is null;
create unique index deadline_open_once on deadline (region_id, subject, kind) where closed_at is null;

grant select, insert on working_calendar to zhaoshi_server;
grant select, insert, update on deadline to zhaoshi_server;
