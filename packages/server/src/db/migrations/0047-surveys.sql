-- 社会评议 (条例46): surveys on the portal and on paper.

create table survey (
  region_id uuid not null,
  survey_id uuid not null,
  organ_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  intro text not null check (length(intro) <= 2000),
  mode text not null check (mode in ('invited', 'open')),
  opens_on date not null,
  closes_on date not null,
  questions jsonb not null,
  status text not null check (status in ('draft', 'open', 'closed', 'published')),
  -- What the organ makes of the result; published with it.
  response text not null default '' check (length(response) <= 2000),
  entered_at timestamptz(3) not null,
  published_at timestamptz(3),
  version integer not null default 1,
  primary key (region_id, survey_id),
  foreign key (region_id, organ_id) references organ,
  check ((status = 'published') = (published_at is not null))
);
create index survey_newest on survey (region_id, organ_id, opens_on desc, survey_id desc);
create index survey_shown on survey (closes_on desc) where status <> 'draft';

-- All that is kept of the answers of a survey is one row: counts, texts in the order of the alphabet, and the codes that
-- were not used yet, in the order of their hashes. A code that is used is taken out. So no row, no transaction, no time and
-- no order joins a code, or an earlier answer, with what was said (@zhaoshi/domain/survey/survey-box).
create table survey_box (
  region_id uuid not null,
  survey_id uuid not null,
  issued integer not null check (issued >= 0),
  unused_codes jsonb not null,
  answers jsonb not null,
  primary key (region_id, survey_id),
  foreign key (region_id, survey_id) references survey
);

create view published.survey as
  select s.region_id, s.survey_id, s.title, s.intro, s.mode, s.opens_on, s.closes_on, s.questions, s.status, s.response,
    o.name as organ_name
  from public.survey s join public.organ o using (region_id, organ_id)
  where s.status <> 'draft';

-- Counts alone; what people wrote may name somebody.
create view published.survey_result as
  select b.region_id, b.survey_id, (b.answers->>'sheets')::integer as sheets, (b.answers->>'paper')::integer as paper,
    b.answers->'counts' as counts
  from public.survey_box b join public.survey s using (region_id, survey_id)
  where s.status = 'published';

grant select, insert, update on survey, survey_box to zhaoshi_server;
grant select on published.survey, published.survey_result to zhaoshi_portal;
