-- A survey that was ended early says when it really ended, and keeps what was planned. A day, and of the survey, not of a
-- sheet: nothing of who answered follows from it.

alter table survey
  add column ended_on date,
  add constraint survey_ended check (ended_on is null or status in ('closed', 'published'));

create or replace view published.survey as
  select s.region_id, s.survey_id, s.title, s.intro, s.mode, s.opens_on, s.closes_on, s.questions, s.status, s.response,
    o.name as organ_name, s.ended_on
  from public.survey s join public.organ o using (region_id, organ_id)
  where s.status <> 'draft';
