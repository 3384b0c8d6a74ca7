-- The portal's limits and imported cases.

-- Bytes that applicants uploaded on a day in China: of the whole portal, and of each network. A network stands here as
-- a keyed hash with the day in it, which says nothing without the installation's key and links no two days.
create table portal_upload (
  day date not null,
  asker text not null check (length(asker) between 1 and 100),
  bytes bigint not null check (bytes >= 0),
  primary key (day, asker)
);
grant select, insert, update, delete on portal_upload to zhaoshi_server;

-- Query codes that the office gave out anew, to applicants of cases of an old register or who had lost theirs; the code
-- itself is nowhere. sealed holds what was looked at.
create table query_code_issue (
  region_id uuid not null,
  application_id uuid not null,
  issue_id uuid not null,
  issued_at timestamptz(3) not null,
  account_id uuid not null references account,
  identity_check text not null
    check (identity_check in ('document', 'organisation', 'agent', 'callBack', 'registeredAddress')),
  sealed text not null,
  primary key (region_id, application_id, issue_id),
  foreign key (region_id, application_id) references application
);
grant select, insert on query_code_issue to zhaoshi_server;
