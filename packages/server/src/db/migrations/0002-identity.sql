-- Organs' places in the whole tree, people and their roles, sessions, settings, repeated requests.

-- The ids of all organs above and of the organ itself, root first, each followed by "/"; across regions.
alter table organ add column path text;
alter table organ add column version integer not null default 1;
with recursive placed as (
  select o.region_id, o.organ_id, o.organ_id::text || '/' as path
  from organ o join region r using (region_id)
  where o.parent_id is null and r.parent_id is null
  union all
  select o.region_id, o.organ_id, p.path || o.organ_id::text || '/'
  from placed p
  join region pr on pr.region_id = p.region_id
  join organ o on (o.region_id = p.region_id and o.parent_id = p.organ_id)
    or (o.parent_id is null and exists (
      select from region r join organ top on top.region_id = r.parent_id and top.parent_id is null
      where r.region_id = o.region_id and top.organ_id = p.organ_id))
)
update organ set path = placed.path from placed
where placed.region_id = organ.region_id and placed.organ_id = organ.organ_id;
alter table organ alter column path set not null;
create unique index organ_path on organ (path text_pattern_ops);

-- People. No organ owns an account: roles come from memberships.
create table account (
  account_id uuid primary key,
  login_name text not null unique check (login_name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  display_name text not null check (length(display_name) between 1 and 50),
  password_hash text,
  password_changed_at timestamptz(3),
  must_change_password boolean not null default false,
  -- Sealed with the installation's key, see adapters/secret-box.
  totp_secret text,
  totp_confirmed_at timestamptz(3),
  -- The last time step whose code was used: a code works once.
  totp_last_step bigint,
  failed_attempts integer not null default 0,
  locked_until timestamptz(3),
  disabled_at timestamptz(3),
  is_demonstration boolean not null default false,
  created_at timestamptz(3) not null,
  version integer not null default 1
);

create extension if not exists btree_gist;

create table membership (
  region_id uuid not null,
  membership_id uuid not null,
  organ_id uuid not null,
  account_id uuid not null references account,
  role text not null,
  granted_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  primary key (region_id, membership_id),
  foreign key (region_id, organ_id) references organ,
  constraint administrator_is_never_auditor exclude using gist (account_id with =, role with <>)
    where (revoked_at is null and role in ('administrator', 'auditor'))
);
create unique index membership_once on membership (region_id, organ_id, account_id, role) where revoked_at is null;
-- A role that was taken away is given again by a new row; the old one keeps saying when it ended.
create trigger revoked_once before update on membership for each row
  when (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
  execute function refuse_change();
create index membership_of_account on membership (account_id) where revoked_at is null;

-- Only the hash of a token is kept: who reads this table cannot use the sessions.
create table session (
  session_id uuid primary key,
  token_sha256 text not null unique,
  account_id uuid not null references account,
  -- What is still to be done before the session counts.
  stage text not null check (stage in ('secondFactor', 'changePassword', 'enrolSecondFactor', 'full')),
  second_factor boolean not null default false,
  region_id uuid,
  organ_id uuid,
  -- Browser and system in words such as "Chrome, Windows"; never the whole header.
  device text not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  foreign key (region_id, organ_id) references organ
);
create trigger ended_for_good before update on session for each row
  when (old.ended_at is not null and new.ended_at is null) execute function refuse_change();
create index session_of_account on session (account_id) where ended_at is null;

create table setting (
  region_id uuid not null,
  organ_id uuid not null,
  key text not null,
  value jsonb not null,
  version integer not null default 1,
  changed_at timestamptz(3) not null,
  primary key (region_id, organ_id, key),
  foreign key (region_id, organ_id) references organ
);

-- What a creating call answered, so that the same call sent again answers the same and creates nothing.
create table idempotency (
  account_id uuid not null references account,
  key text not null,
  route text not null,
  request_sha256 text not null,
  value text not null,
  created_at timestamptz(3) not null,
  primary key (account_id, key)
);

-- Salts of commitments in the trail. Erasing a salt makes its commitment say nothing; the chain stays whole.
create table audit_salt (
  sequence bigint not null,
  field text not null,
  salt text not null,
  primary key (sequence, field)
);

grant select, insert on account, membership, session, setting, idempotency, audit_salt to zhaoshi_server;
grant update on organ, account, session, setting, idempotency to zhaoshi_server;
grant update (revoked_at) on membership to zhaoshi_server;
grant delete on setting, idempotency, audit_salt to zhaoshi_server;
