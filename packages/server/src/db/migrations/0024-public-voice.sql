-- What the public says of published items: errors, questions, comments on drafts; subscriptions.

-- Names in addresses that the portal takes for these pages.
alter table region drop constraint region_slug_is_free;
alter table region add constraint region_slug_is_free check (slug not in ('accessibility', 'amend', 'api', 'apply',
  'assets', 'console', 'display', 'files', 'follow', 'healthz', 'metrics', 'mirror', 'openapi', 'readyz', 'report-error',
  'search', 'site-map', 'sitemaps', 'subscribe', 'verify', 'voice'));

-- Numbers of receipts are counted with those of other things that come in.
alter table serial_number drop constraint serial_number_series_check;
alter table serial_number add constraint serial_number_series_check
  check (series in ('application', 'letter', 'amendment', 'errorReport', 'question', 'comment'));

-- One thing that somebody said. Who said it and what is sealed; shown_text and shown_reply are what an officer let the
-- public see.
create table public_voice (
  region_id uuid not null,
  voice_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('errorReport', 'question', 'comment')),
  -- Null for a page that is no document.
  document_id uuid,
  edition integer,
  page text not null check (page ~ '^/[a-z0-9/.-]*$' and length(page) <= 300),
  receipt_number text not null,
  received_at timestamptz(3) not null,
  due_on date not null,
  sealed text not null,
  query_code_hash text not null,
  status text not null check (status in ('received', 'answered')),
  shows boolean,
  shown_text text not null default '',
  shown_reply text not null default '',
  -- Reply and reasons, for the house and for whoever has the code.
  sealed_answer text,
  fixed_edition integer,
  adoption text check (adoption in ('adopted', 'partly', 'notAdopted')),
  adoption_reason text not null default '',
  answered_by uuid,
  answered_at timestamptz(3),
  version integer not null default 1,
  primary key (region_id, voice_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, document_id) references document,
  foreign key (answered_by) references account,
  check ((document_id is null) = (edition is null)),
  check (kind = 'errorReport' or document_id is not null),
  check ((status = 'answered') = (answered_at is not null) and (answered_at is null) = (sealed_answer is null)
    and (answered_at is null) = (answered_by is null)),
  check (kind <> 'errorReport' or shows is not true),
  check (shows is true or (shown_text = '' and shown_reply = ''))
);
create unique index public_voice_number on public_voice (region_id, organ_id, receipt_number);
create index public_voice_by_code on public_voice (query_code_hash);
create index public_voice_newest on public_voice (region_id, organ_id, received_at desc, voice_id desc);
create index public_voice_open on public_voice (region_id, organ_id, due_on) where status = 'received';
create index public_voice_of_document on public_voice (region_id, document_id, received_at) where document_id is not null;

-- Why a draft takes comments for a shorter time than the rules ask for (决策条例15); the public reads it.
create table comment_period_reason (
  region_id uuid not null,
  document_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  primary key (region_id, document_id),
  foreign key (region_id, document_id) references document,
  foreign key (stated_by) references account
);

-- How often a network sent something on a day in China; a keyed hash with the day in it, as in portal_upload.
create table voice_sent (
  day date not null,
  asker text not null check (length(asker) between 1 and 100),
  times integer not null check (times >= 1),
  primary key (day, asker)
);

-- A mail address that is told of what is newly published: in an organ's column, or of what a search finds in a region.
create table subscription (
  region_id uuid not null,
  subscription_id uuid not null,
  -- In whose name the mail goes out, and of whom it tells when there is no query.
  organ_id uuid not null,
  query text not null check (length(query) <= 100),
  sealed text not null,
  -- Keyed hash of address, organ and query: asked for twice it is one.
  address_hash text not null,
  requested_at timestamptz(3) not null,
  -- Null until the link in the first mail was used; nothing else is sent before.
  confirmed_at timestamptz(3),
  -- Everything public before it was told of.
  told_until timestamptz(3) not null,
  primary key (region_id, subscription_id),
  foreign key (region_id, organ_id) references organ
);
create unique index subscription_once on subscription (region_id, address_hash);
create index subscription_of_organ on subscription (region_id, organ_id) where confirmed_at is not null;

-- What the public reads beside a document, while that document is public.
create view published.public_voice as
  select v.region_id, v.organ_id, v.document_id, v.voice_id, d.public_name, v.kind, v.received_at, v.shown_text,
    v.shown_reply, v.adoption, v.adoption_reason, v.answered_at
  from public.public_voice v
  join published.document d using (region_id, document_id)
  where v.status = 'answered' and v.shows;

-- How many comments a public draft has had, shown or not.
create view published.comment_count as
  select d.region_id, d.document_id, count(v.voice_id)::integer as comments
  from published.document d
  left join public.public_voice v on v.region_id = d.region_id and v.document_id = d.document_id
    and v.kind = 'comment'
  where d.kind = 'draftForComment'
  group by d.region_id, d.document_id;

create view published.comment_period_reason as
  select r.region_id, r.document_id, r.reason from public.comment_period_reason r
  join published.document d using (region_id, document_id);

-- Which kinds of documents may be asked about, of each organ that chose some.
create view published.voice_setting as
  select o.path, s.key, s.value from public.setting s join public.organ o using (region_id, organ_id)
  where s.key = 'voice.questionKinds';

grant select, insert on public_voice to zhaoshi_server;
grant update (status, shows, shown_text, shown_reply, sealed_answer, fixed_edition, adoption, adoption_reason,
  answered_by, answered_at, version) on public_voice to zhaoshi_server;
grant select, insert on comment_period_reason to zhaoshi_server;
grant update (reason, stated_by, stated_at) on comment_period_reason to zhaoshi_server;
grant select, insert, update, delete on voice_sent to zhaoshi_server;
grant select, insert, update, delete on subscription to zhaoshi_server;
grant select on published.public_voice, published.comment_count, published.comment_period_reason,
  published.voice_setting to zhaoshi_portal;
