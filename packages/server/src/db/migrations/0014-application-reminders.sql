-- Reminders of cases, and last days that a notice of holidays moved (calendar.md §4).

-- What was reminded of, once for each case, kind and day: with any number of servers, and after any restart.
create table application_reminder (
  region_id uuid not null,
  application_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  -- The civil day that it belongs to, which may lie before the day on which it went out.
  reminded_on date not null,
  primary key (region_id, application_id, kind, reminded_on),
  foreign key (region_id, application_id) references application
);

-- Days whose reminders have all gone out; days missed while no server ran are made up for.
create table application_reminder_day (
  looked_on date primary key
);

-- The applicant was told another last day than the one that holds since a calendar was loaded. Gone when it holds again.
create table application_moved_due (
  region_id uuid not null,
  application_id uuid not null,
  told_on date not null,
  due_on date not null,
  moved_at timestamptz(3) not null,
  primary key (region_id, application_id),
  foreign key (region_id, application_id) references application
);

grant select, insert on application_reminder, application_reminder_day to zhaoshi_server;
grant select, insert, update, delete on application_moved_due to zhaoshi_server;
