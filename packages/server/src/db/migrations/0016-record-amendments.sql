-- Amendments of one's own record (条例41) and promotion to proactive disclosure (条例44).

-- A fourth end: the applicant is told which organ has the power, and asks there.
alter table record_amendment drop constraint record_amendment_status_check;
alter table record_amendment add constraint record_amendment_status_check
  check (status in ('received', 'amended', 'forwarded', 'declined', 'referred'));

-- Who decided, and the day that the letter bears. While a request is open its last day is that of the register of
-- deadlines, which follows the calendars; due_on keeps the last day as it was at the beginning, and in the end.
alter table record_amendment
  add column decided_on date,
  add column decided_by uuid,
  add constraint record_amendment_decision check ((status = 'received') = (decided_on is null)
    and (decided_on is null) = (decided_by is null) and (decided_on is null) = (sealed_result is null)),
  add foreign key (decided_by) references account;
create index record_amendment_open on record_amendment (region_id, organ_id, received_on) where status = 'received';

-- The letter that tells the applicant. Its 文号 is counted with those of the letters of applications.
create table record_amendment_letter (
  region_id uuid not null,
  letter_id uuid not null,
  amendment_id uuid not null,
  organ_id uuid not null,
  -- Id of its template and the template's version.
  kind text not null,
  template_version integer not null,
  document_number text,
  issued_on date not null,
  -- The letter as composed (blocks), as JSON.
  sealed text not null,
  -- When the applicant first opened it on the portal.
  seen_at timestamptz(3),
  primary key (region_id, letter_id),
  foreign key (region_id, amendment_id) references record_amendment
);
create unique index record_amendment_letter_once on record_amendment_letter (region_id, amendment_id);
create unique index record_amendment_letter_number on record_amendment_letter (region_id, organ_id, document_number)
  where document_number is not null;

-- What was reminded of, once for each request, kind and day: with any number of servers, and after any restart.
create table record_amendment_reminder (
  region_id uuid not null,
  amendment_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  reminded_on date not null,
  primary key (region_id, amendment_id, kind, reminded_on),
  foreign key (region_id, amendment_id) references record_amendment
);

-- Cases whose promotion to proactive disclosure waits for a decision: the day on which it was proposed.
alter table application add column promotion_proposed_on date;
create index application_promotion_open on application (region_id, organ_id, promotion_proposed_on)
  where promotion_proposed_on is not null;
-- Proposed before there was a decision: each of them waits.
update application set promotion_proposed_on = proposed.proposed_on
from (select region_id, application_id, min(data ->> 'on')::date as proposed_on from application_event
  where type = 'proposePromotion' group by region_id, application_id) as proposed
where proposed.region_id = application.region_id and proposed.application_id = application.application_id;

grant select, insert, update on record_amendment_letter to zhaoshi_server;
grant select, insert on record_amendment_reminder to zhaoshi_server;
