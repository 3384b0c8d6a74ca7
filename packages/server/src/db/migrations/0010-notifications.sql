-- What the console tells a person; gone with the account's own clearing after a year.
create table notification (
  account_id uuid not null references account,
  notification_id uuid not null,
  kind text not null,
  -- Names of organs, roles, ids; never personal data.
  facts jsonb not null,
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (account_id, notification_id)
);
create index notification_newest on notification (account_id, created_at desc, notification_id desc);

grant select, insert, delete on notification to zhaoshi_server;
grant update (read_at) on notification to zhaoshi_server;
