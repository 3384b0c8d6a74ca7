-- What signing in needs beside accounts and sessions.

-- Second factor being set up; becomes totp_secret with the first right code. Sealed like it.
alter table account add column totp_pending_secret text;

-- Somebody who signed in by another service is not asked to change a password that was not used.
alter table session add column by_password boolean not null default true;

-- Hashes of the passwords that an account had, so that they do not come back.
create table password_history (
  account_id uuid not null references account,
  replaced_at timestamptz(3) not null,
  password_hash text not null,
  primary key (account_id, replaced_at)
);

-- For the day the phone is lost; each works once.
create table recovery_code (
  account_id uuid not null references account,
  code_sha256 text not null,
  used_at timestamptz(3),
  primary key (account_id, code_sha256)
);

-- One-time links: to set a password, and to make the first administrator (without an account). Only the hash is kept.
create table one_time_link (
  token_sha256 text primary key,
  purpose text not null check (purpose in ('setPassword', 'setUp')),
  account_id uuid references account,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  check ((purpose = 'setPassword') = (account_id is not null))
);
create index one_time_link_of_account on one_time_link (account_id) where used_at is null;

-- A person as another service knows them.
create table account_identity (
  identity_id uuid primary key,
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  linked_at timestamptz(3) not null,
  unique (issuer, subject)
);
create index account_identity_of_account on account_identity (account_id);

create index account_in_order on account (login_name collate "C");
create index membership_of_organ on membership (region_id, organ_id);

-- Sealed with the installation's key: a start with another key is noticed before anything is sealed with it.
create table installation (
  only_row boolean primary key default true check (only_row),
  key_check text not null
);

grant select, insert on password_history, recovery_code, one_time_link, account_identity, installation to zhaoshi_server;
grant update (used_at) on recovery_code, one_time_link to zhaoshi_server;
grant delete on password_history, recovery_code, one_time_link, account_identity to zhaoshi_server;
grant update (password_hash) on password_history to zhaoshi_server;
