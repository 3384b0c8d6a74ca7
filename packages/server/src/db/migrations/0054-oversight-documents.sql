-- Documents of oversight, proofs of self-assessments, names of important village matters, surveys with too few sheets.

-- 整改通知 and 通报批评 (条例47) are documents: number, what was found, what is asked, until when.
alter table remediation_order
  add column kind text not null default 'order' check (kind in ('order', 'circular')),
  add column document_number text not null default '' check (length(document_number) <= 100),
  -- What was found, for the unit; nothing of a complainant.
  add column facts text not null default '' check (length(facts) <= 2000),
  -- The last day as the document says it; `due_on` moves when the order goes back.
  add column ordered_due_on date;
update remediation_order set ordered_due_on = due_on;
alter table remediation_order
  alter column ordered_due_on set not null,
  add check (kind = 'order' or (document_number <> '' and facts <> ''));

-- What proves a self-assessment, in the order in which the unit gave it.
create table assessment_self_file (
  region_id uuid not null,
  assessment_id uuid not null,
  unit_organ_id uuid not null,
  place integer not null check (place between 1 and 20),
  unit_region_id uuid not null,
  file_id uuid not null,
  primary key (region_id, assessment_id, unit_organ_id, place),
  foreign key (region_id, assessment_id, unit_organ_id) references assessment_unit,
  foreign key (unit_region_id, file_id) references file,
  unique (unit_region_id, file_id)
);
grant select, insert, delete on assessment_self_file to zhaoshi_server;

-- What an important matter is about (重大事项); other posts are named by their item and period.
alter table village_post_edition
  add column subject text not null default '' check (length(subject) <= 60);
create or replace view published.village_post as
  select p.region_id, p.organ_id, p.post_id, p.item, p.period_from, p.period_to, p.edition, e.kind, e.body,
    e.visible_from, e.visible_until, e.committee_signer, e.supervisor_signer, e.reason, e.posted_at, e.subject
  from public.village_post p
  join public.village_post_edition e using (region_id, post_id, edition)
  join published.village v on v.region_id = p.region_id and v.organ_id = p.organ_id;

-- Ended with too few sheets for anything to be told; of how many nothing is said. Decided when it ends (survey/survey-box).
alter table survey add column has_too_few boolean not null default false;
update survey s set has_too_few = true from survey_box b
  where b.region_id = s.region_id and b.survey_id = s.survey_id and s.status = 'closed'
    and ((b.answers->>'sheets')::integer < 5
      or (b.answers->>'sheets')::integer - (b.answers->>'paper')::integer between 1 and 4);
create or replace view published.survey as
  select s.region_id, s.survey_id, s.title, s.intro, s.mode, s.opens_on, s.closes_on, s.questions, s.status, s.response,
    o.name as organ_name, s.ended_on, s.has_too_few
  from public.survey s join public.organ o using (region_id, organ_id)
  where s.status <> 'draft';
