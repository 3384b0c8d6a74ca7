-- Applying and following on the portal, and requests to amend one's own record (条例41).

-- An application that somebody is writing, or for an hour the receipt of one that was sent. sealed holds everything;
-- the browser keeps a random token, of which only the hash is here.
create table application_draft (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  sealed text not null,
  updated_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index on application_draft (expires_at);

-- A question that was answered, rightly or not: it is not taken a second time.
create table used_question (
  question_hash text primary key check (question_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz(3) not null
);
create index on used_question (expires_at);

-- Somebody who showed number and query code follows one case, and nothing else.
create table applicant_session (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  region_id uuid not null,
  -- '<thing>/<id>'
  subject text not null check (subject ~ '^(application|recordAmendment)/[0-9a-f-]{36}$'),
  expires_at timestamptz(3) not null
);
create index on applicant_session (expires_at);

-- Number and code find the case in one look, however many organs count their numbers from 1.
create index on application (query_code_hash);

-- Somebody asks to have what the organ keeps of them put right (条例41). sealed holds who, which record, what is wrong.
create table record_amendment (
  region_id uuid not null,
  amendment_id uuid not null,
  organ_id uuid not null,
  receipt_number text not null check (length(receipt_number) between 1 and 40),
  status text not null check (status in ('received', 'amended', 'forwarded', 'declined')),
  received_on date not null,
  -- No time limit in the law; by the setting.
  due_on date not null,
  is_provisional boolean not null,
  sealed text not null,
  query_code_hash text not null,
  -- What the applicant is told in the end, sealed.
  sealed_result text,
  version integer not null default 1,
  primary key (region_id, amendment_id),
  foreign key (region_id, organ_id) references organ
);
create unique index record_amendment_number on record_amendment (region_id, organ_id, receipt_number);
create index on record_amendment (query_code_hash);
create index on record_amendment (region_id, organ_id, received_on desc);

create table record_amendment_file (
  region_id uuid not null,
  amendment_id uuid not null,
  file_id uuid not null,
  primary key (region_id, amendment_id, file_id),
  foreign key (region_id, amendment_id) references record_amendment,
  foreign key (region_id, file_id) references file
);

alter table serial_number drop constraint serial_number_series_check;
alter table serial_number add constraint serial_number_series_check
  check (series in ('application', 'letter', 'amendment'));

-- Names in addresses that now stand for other things.
alter table region drop constraint region_slug_is_free;
alter table region add constraint region_slug_is_free check (slug not in ('accessibility', 'amend', 'api', 'apply',
  'assets', 'console', 'display', 'files', 'follow', 'healthz', 'metrics', 'mirror', 'openapi', 'readyz', 'search',
  'site-map', 'sitemaps'));

grant select, insert, update, delete on application_draft to zhaoshi_server;
grant select, insert, delete on used_question to zhaoshi_server;
grant select, insert, update, delete on applicant_session to zhaoshi_server;
grant select, insert, update on record_amendment to zhaoshi_server;
grant select, insert on record_amendment_file to zhaoshi_server;
