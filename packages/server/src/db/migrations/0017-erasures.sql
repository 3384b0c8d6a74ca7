-- What was erased, so that a restored backup erases it again; wrong tries of known devices; calendar changes that wait
-- for a second person.

-- One line for each thing whose personal data were removed: ids alone, nothing of what they named. Never taken back.
-- kind 'file': bytes and row of a sealed file; 'form': numbers of identity documents on the form of the case; 'applicant':
-- the same in the organ's record of the applicant.
create table erasure (
  region_id uuid not null,
  kind text not null check (kind in ('file', 'form', 'applicant')),
  subject_id uuid not null,
  erased_at timestamptz(3) not null,
  primary key (region_id, kind, subject_id)
);
create index on erasure (erased_at);

-- A file that is referred to goes once its erasure is on the list, and not otherwise.
create or replace function refuse_removal_of_attached_file() returns trigger language plpgsql as $$
begin
  if exists (select from public.erasure
             where region_id = old.region_id and kind = 'file' and subject_id = old.file_id) then
    return old;
  end if;
  raise exception 'file % is attached', old.file_id;
end $$;

grant select, insert on erasure to zhaoshi_server;
grant delete on record_amendment_file to zhaoshi_server;

-- Wrong tries of a browser that somebody signed in with before; the browser is known by a keyed hash.
create table device_try (
  device_hash text primary key check (device_hash ~ '^[0-9a-f]{64}$'),
  tries integer not null check (tries between 0 and 100),
  expires_at timestamptz(3) not null
);
create index on device_try (expires_at);
grant select, insert, update, delete on device_try to zhaoshi_server;

-- A year of the working calendar that one person wants and another has to confirm; at most one waits for each year.
create table calendar_proposal (
  region_id uuid not null,
  proposal_id uuid not null,
  organ_id uuid not null,
  calendar_year integer not null check (calendar_year between 2008 and 2100),
  -- Of the organ's calendar of the year, which the change was made over.
  base_version integer not null check (base_version >= 1),
  file jsonb,
  regional_holidays jsonb not null,
  proposed_by uuid not null references account,
  proposed_at timestamptz(3) not null,
  settled_as text check (settled_as in ('confirmed', 'withdrawn')),
  settled_by uuid references account,
  settled_at timestamptz(3),
  primary key (region_id, proposal_id),
  foreign key (region_id, organ_id) references organ,
  constraint calendar_proposal_settled check
    ((settled_as is null) = (settled_by is null) and (settled_as is null) = (settled_at is null)),
  constraint calendar_proposal_by_another check
    (settled_as is distinct from 'confirmed' or settled_by <> proposed_by)
);
create unique index calendar_proposal_waits on calendar_proposal (region_id, organ_id, calendar_year)
  where settled_as is null;
grant select, insert on calendar_proposal to zhaoshi_server;
grant update (settled_as, settled_by, settled_at) on calendar_proposal to zhaoshi_server;
