-- 考核 (条例46): schemes with their sets of indicators, what assessors judge, objections, and results as they were closed.

-- A scheme: who assesses, which year, over which days.
create table assessment (
  region_id uuid not null,
  assessment_id uuid not null,
  organ_id uuid not null,
  year integer not null check (year between 2019 and 2200),
  title text not null check (length(title) between 1 and 100),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  state text not null check (state in ('running', 'closed', 'published')),
  begun_by uuid not null references account,
  begun_at timestamptz(3) not null,
  closed_at timestamptz(3),
  published_at timestamptz(3),
  version integer not null default 1,
  primary key (region_id, assessment_id),
  foreign key (region_id, organ_id) references organ,
  check ((closed_at is null) = (state = 'running')),
  check ((published_at is not null) = (state = 'published'))
);
create index assessment_of_organ on assessment (region_id, organ_id, year desc);

-- What is assessed by; the one with the highest number holds. Never changed.
create table assessment_set (
  region_id uuid not null,
  assessment_id uuid not null,
  number integer not null check (number >= 1),
  content jsonb not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, assessment_id, number),
  foreign key (region_id, assessment_id) references assessment
);
create trigger append_only before update or delete on assessment_set
  for each statement execute function refuse_change();

-- The units that are assessed, with what each says of itself.
create table assessment_unit (
  region_id uuid not null,
  assessment_id uuid not null,
  unit_organ_id uuid not null,
  unit_region_id uuid not null,
  -- 自评: hundredths of a point; null: none yet.
  self_points integer check (self_points between 0 and 20000),
  self_text text not null default '' check (length(self_text) <= 2000),
  self_by uuid references account,
  self_at timestamptz(3),
  version integer not null default 1,
  primary key (region_id, assessment_id, unit_organ_id),
  foreign key (region_id, assessment_id) references assessment,
  foreign key (unit_region_id, unit_organ_id) references organ,
  check ((self_points is null) = (self_at is null) and (self_by is null) = (self_at is null))
);
create index assessment_unit_of_organ on assessment_unit (unit_region_id, unit_organ_id);

-- What an assessor judged of an indicator or veto; ended when judged anew, never changed.
create table assessment_mark (
  region_id uuid not null,
  assessment_id uuid not null,
  mark_id uuid not null,
  unit_organ_id uuid not null,
  code text not null check (length(code) between 1 and 10),
  -- Hundredths; of a veto null, with whether it is met.
  points integer check (points between 0 and 10000),
  is_met boolean,
  note text not null check (length(note) between 1 and 1000),
  marked_by uuid not null references account,
  marked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (region_id, assessment_id, mark_id),
  foreign key (region_id, assessment_id, unit_organ_id) references assessment_unit,
  check ((points is null) <> (is_met is null))
);
create unique index assessment_mark_in_force on assessment_mark (region_id, assessment_id, unit_organ_id, code)
  where ended_at is null;

-- A unit's objection to one finding, or to what was judged (item null), and the ruling on it.
create table assessment_objection (
  region_id uuid not null,
  assessment_id uuid not null,
  objection_id uuid not null,
  unit_organ_id uuid not null,
  code text not null check (length(code) between 1 and 10),
  item text check (length(item) between 1 and 300),
  -- What the finding was called then.
  about text not null check (length(about) between 1 and 500),
  reason text not null check (length(reason) between 1 and 1000),
  raised_by uuid not null references account,
  raised_at timestamptz(3) not null,
  ruling text check (ruling in ('upheld', 'rejected')),
  ruling_reason text not null default '' check (length(ruling_reason) <= 1000),
  ruled_by uuid references account,
  ruled_at timestamptz(3),
  primary key (region_id, assessment_id, objection_id),
  foreign key (region_id, assessment_id, unit_organ_id) references assessment_unit,
  check ((ruling is null) = (ruled_at is null) and (ruling is null) = (ruled_by is null)),
  check ((ruling is null) = (ruling_reason = '')),
  check (ruled_by <> raised_by)
);
-- Objected to once: while it is open, and after it was decided.
create unique index assessment_objection_once on assessment_objection
  (region_id, assessment_id, unit_organ_id, code, coalesce(item, ''));

-- A unit's result as the scheme was closed, with everything that it was made of; never changed.
create table assessment_result (
  region_id uuid not null,
  assessment_id uuid not null,
  unit_organ_id uuid not null,
  unit_name text not null,
  -- Null: nothing could be assessed.
  place integer check (place >= 1),
  total integer check (total between 0 and 20000),
  verdict text not null check (verdict in ('passed', 'failed', 'notAssessable')),
  facts jsonb not null,
  primary key (region_id, assessment_id, unit_organ_id),
  foreign key (region_id, assessment_id, unit_organ_id) references assessment_unit
);
create trigger append_only before update or delete on assessment_result
  for each statement execute function refuse_change();

-- Last days to reply of an organ and year, whether met or not (条例33).
create index deadline_reply on deadline (region_id, organ_id, due_on) where kind = '答复';
-- Publications with a reason for being late (条例26).
create index document_event_late on document_event (region_id, document_id)
  where type in ('publish', 'schedule') and texts ->> 'lateReason' <> '';
-- What was withdrawn because it must not be public (条例14, 15).
create index document_edition_leaked on document_edition (region_id, organ_id, ended_at) where withdrawal_kind = 'leak';

-- What the public sees: results that were published, without what they were made of.
create view published.assessment as
  select region_id, assessment_id, organ_id, year, title, starts_on, ends_on, published_at
  from public.assessment where state = 'published';
create view published.assessment_result as
  select r.region_id, r.assessment_id, r.unit_organ_id, r.unit_name, r.place, r.total, r.verdict
  from public.assessment_result r join published.assessment a using (region_id, assessment_id);

grant select, insert on assessment, assessment_set, assessment_unit, assessment_mark, assessment_objection,
  assessment_result to zhaoshi_server;
grant update (state, closed_at, published_at, version) on assessment to zhaoshi_server;
grant update (self_points, self_text, self_by, self_at, version) on assessment_unit to zhaoshi_server;
grant update (ended_at) on assessment_mark to zhaoshi_server;
grant update (ruling, ruling_reason, ruled_by, ruled_at) on assessment_objection to zhaoshi_server;
grant select on published.assessment, published.assessment_result to zhaoshi_portal;
