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
