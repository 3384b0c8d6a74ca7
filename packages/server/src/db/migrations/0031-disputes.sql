-- 复议诉讼台账: reconsiderations and suits about disclosure, which table four of the annual report counts.

create table dispute (
  region_id uuid not null,
  dispute_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('reconsideration', 'litigationDirect', 'litigationAfterReconsideration')),
  role text not null check (role in ('originalActOrgan', 'reconsiderationOrganAsCoDefendant')),
  act text not null check (act in ('refusal', 'partialRefusal', 'otherReply', 'silence', 'proactive', 'other')),
  -- Day of the act; null: silence, or unknown.
  act_on date,
  -- The application about which it is; null: of before the platform, or about something else.
  application_id uuid,
  -- The reconsideration that a suit follows.
  preceding_id uuid,
  -- As lists show the other party: 张*.
  masked_party text not null check (length(masked_party) between 1 and 200),
  -- Names of the other party, and notes, as JSON.
  sealed text not null,
  -- The days between which it may count somewhere, worked out from its stages (@zhaoshi/domain/dispute/standing):
  -- null is not yet, and still open.
  opened_on date,
  settled_on date,
  entered_at timestamptz(3) not null,
  -- Taken out of the register, with why; kept.
  removed_at timestamptz(3),
  version integer not null default 1,
  primary key (region_id, dispute_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, application_id) references application,
  foreign key (region_id, preceding_id) references dispute,
  check (preceding_id is null or kind = 'litigationAfterReconsideration'),
  check (preceding_id <> dispute_id),
  check (role = 'originalActOrgan' or kind = 'litigationAfterReconsideration'),
  check (settled_on is null or opened_on is not null)
);
-- Table four of a year: what was still open when the year began, or was settled in it or later.
create index dispute_counted on dispute
  (region_id, organ_id, coalesce(settled_on, 'infinity'::date)) include (opened_on) where removed_at is null;
create index dispute_by_opening on dispute
  (region_id, organ_id, coalesce(opened_on, 'infinity'::date) desc, dispute_id desc) where removed_at is null;
create index dispute_of_application on dispute (region_id, application_id) where application_id is not null;
create index dispute_preceded on dispute (region_id, preceding_id) where preceding_id is not null;

-- 复议、一审、二审、再审: one hearing by one organ or court.
create table dispute_stage (
  region_id uuid not null,
  dispute_id uuid not null,
  sequence integer not null check (sequence between 1 and 50),
  organ_id uuid not null,
  kind text not null check (kind in ('reconsideration', 'firstInstance', 'secondInstance', 'retrial')),
  tribunal text not null check (length(tribunal) between 1 and 100),
  -- 案号; empty: none was given yet.
  number text not null check (length(number) <= 100),
  procedure text check (procedure in ('ordinary', 'simplified')),
  accepted_on date,
  decided_on date,
  effective_on date,
  result text check (length(result) <= 60),
  -- What the organ owes: an answer after the notice (复议法48), performance of a decision (法释〔2025〕8号11), a report on an
  -- opinion (复议法76).
  served_on date,
  answered_on date,
  performed_on date,
  opinion_on date,
  reported_on date,
  primary key (region_id, dispute_id, sequence),
  foreign key (region_id, dispute_id) references dispute,
  check ((result is null) = (decided_on is null)),
  check (effective_on is null or decided_on is not null),
  check ((procedure is not null) <= (kind = 'reconsideration')),
  check (answered_on is null or served_on is not null),
  check (performed_on is null or decided_on is not null),
  check (reported_on is null or opinion_on is not null)
);
create index dispute_stage_number on dispute_stage (region_id, organ_id, number) where number <> '';
create index dispute_stage_owed on dispute_stage (region_id, organ_id)
  where (kind = 'reconsideration' and served_on is not null and answered_on is null and decided_on is null)
    or (result = 'litigation.performanceOrdered' and performed_on is null)
    or (opinion_on is not null and reported_on is null);

-- Everything that was entered, changed and taken out, with who, when, and why; never changed itself.
create table dispute_event (
  region_id uuid not null,
  dispute_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null check (type in ('enter', 'edit', 'addStage', 'editStage', 'removeStage', 'remove')),
  -- What it was before and is now, without names.
  data jsonb not null,
  reason text not null check (length(reason) <= 500),
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, dispute_id, sequence),
  foreign key (region_id, dispute_id) references dispute
);

grant select, insert, update on dispute to zhaoshi_server;
grant select, insert, update, delete on dispute_stage to zhaoshi_server;
grant select, insert on dispute_event to zhaoshi_server;
