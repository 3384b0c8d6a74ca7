-- Figures (表三) and the register over many organs: what an index can find at a cost that follows what is asked for.

-- From the day of receipt to the day of the result; without an end while there is none. Both days belong to it: a case
-- answered on the day it came was open on that day. Who withdrew before the day of receipt was open on that day only.
create function application_span(receipt_date date, result_on date) returns daterange
  language sql immutable parallel safe
  return daterange(receipt_date, greatest(receipt_date, coalesce(result_on, 'infinity'::date)), '[]');

-- What table three asks of a case stands in the index itself: a year of an organ is counted without reading its cases.
drop index application_by_receipt, application_by_result, application_open_days;
create index application_by_receipt on application (region_id, organ_id, receipt_date, application_id)
  include (result_on, result_outcome, applicant_kind) where receipt_date is not null;
create index application_by_result on application (region_id, organ_id, result_on)
  include (application_id, receipt_date, result_outcome, applicant_kind) where result_on is not null;
-- Without the organ: few cases are open from before a period to after it, and for an organ's other questions the
-- planner would take this index by mistake.
create index application_span on application using gist (application_span(receipt_date, result_on))
  where receipt_date is not null;

-- The register in its orders over a region, and over all of them; one organ's are in 0011.
create index application_of_region_by_entry on application (region_id, entered_at desc, application_id desc);
create index application_all_by_entry on application (entered_at desc, application_id desc);
create index application_of_region_by_receipt on application (region_id, receipt_date, application_id)
  where receipt_date is not null;
create index application_all_by_receipt on application (receipt_date, application_id) where receipt_date is not null;
create index application_all_open_by_due on application (coalesce(due_on, 'infinity'::date), application_id)
  where status not in ('delivered', 'closed', 'archived');
create index application_by_status on application (status, entered_at desc, application_id desc);
create index application_by_outcome on application (result_outcome, entered_at desc, application_id desc)
  where result_outcome is not null;
create index application_by_officer on application (officer_id, entered_at desc, application_id desc);
create index application_by_number on application (registration_number text_pattern_ops);
-- An organ lies in one region; without knowing it the planner takes a region's cases for a tenth of what they are.
create statistics application_places (dependencies) on region_id, organ_id from application;

-- Old registers on their way in: rows as they were read, sealed, until they are imported; then only those that could not
-- be. Each belongs to whoever uploaded it, and goes after some days.
create table application_import (
  region_id uuid not null,
  import_id uuid not null,
  organ_id uuid not null,
  account_id text not null,
  created_at timestamptz(3) not null,
  rows integer not null check (rows >= 1),
  -- Rows that could be imported when the file was read, and that were.
  ready integer not null check (ready between 0 and rows),
  imported integer check (imported between 0 and rows),
  sealed text not null,
  primary key (region_id, import_id),
  foreign key (region_id, organ_id) references organ
);
create index on application_import (created_at);
grant select, insert, delete on application_import to zhaoshi_server;
grant update (imported, sealed) on application_import to zhaoshi_server;
