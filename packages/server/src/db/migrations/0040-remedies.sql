-- Remedies: every period of a dispute, what it is about, its papers, its performance, and why it was lost.

alter table dispute
  -- The public document about which it is; null: about an application, or none of this place.
  add column document_id uuid,
  -- The other party knew of the act, from when its own periods run (复议法20, 行诉法46).
  add column known_on date,
  -- The letter told no remedy, organ or period (复议法20¶3).
  add column is_untold boolean not null default false,
  add constraint dispute_document foreign key (region_id, document_id) references document;
create index dispute_of_document on dispute (region_id, document_id) where document_id is not null;

alter table dispute_stage
  -- The application for reconsideration, or the suit, was received.
  add column filed_on date,
  -- By up to 30 days (复议法62).
  add column is_extended boolean not null default false,
  -- The decision or judgment reached the other party.
  add column decision_served_on date,
  -- It orders a new reply, performance or disclosure; until when, where it says so itself.
  add column orders_reply boolean not null default false,
  add column perform_by date,
  add constraint dispute_stage_extended check (not is_extended or kind = 'reconsideration'),
  add constraint dispute_stage_orders check (not orders_reply or result is not null),
  add constraint dispute_stage_served check (decision_served_on is null or decided_on is not null),
  add constraint dispute_stage_perform_by check (perform_by is null or decided_on is not null);

drop index dispute_stage_owed;
create index dispute_stage_owed on dispute_stage (region_id, organ_id)
  where (kind = 'reconsideration' and served_on is not null and answered_on is null and decided_on is null)
    or ((orders_reply or result in ('litigation.performanceOrdered', 'reconsideration.performanceOrdered'))
      and performed_on is null)
    or (opinion_on is not null and reported_on is null);

-- Papers that came and went. What names somebody beside the file itself is sealed with it.
create table dispute_file (
  region_id uuid not null,
  dispute_id uuid not null,
  file_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  -- Received or sent.
  dated_on date not null,
  -- 文号; empty: none.
  number text not null check (length(number) <= 100),
  -- From whom or to whom, as JSON.
  sealed text not null,
  added_by uuid not null references account,
  added_at timestamptz(3) not null,
  primary key (region_id, dispute_id, file_id),
  foreign key (region_id, dispute_id) references dispute,
  foreign key (region_id, file_id) references file
);
create index dispute_file_of_file on dispute_file (region_id, file_id);
-- What proves who the other party is goes once it is needed no more (个保法19).
create index dispute_file_identity on dispute_file (region_id, dispute_id) where kind = 'identity';

-- Why an act of the organ did not stand, and what is done about it; one for each dispute, the history keeps the others.
create table dispute_loss (
  region_id uuid not null,
  dispute_id uuid not null,
  organ_id uuid not null,
  causes text[] not null check (cardinality(causes) between 1 and 20),
  -- 责任内设机构; empty: not written down.
  unit text not null check (length(unit) <= 60),
  -- 整改措施, without names.
  measures text not null check (length(measures) <= 2000),
  recorded_at timestamptz(3) not null,
  primary key (region_id, dispute_id),
  foreign key (region_id, dispute_id) references dispute,
  foreign key (region_id, organ_id) references organ
);

alter table dispute_event drop constraint dispute_event_type_check;
alter table dispute_event add constraint dispute_event_type_check check (type in ('enter', 'edit', 'addStage',
  'editStage', 'removeStage', 'remove', 'addFile', 'removeFile', 'recordLoss', 'exportEvidence'));

grant select, insert, delete on dispute_file to zhaoshi_server;
grant select, insert, update on dispute_loss to zhaoshi_server;
