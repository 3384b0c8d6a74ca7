-- 提醒: how people want to be told outside the console, what was sent to them, their calendars, and what comes round every
-- year (oversight.md §9).

create table notice_preference (
  account_id uuid primary key references account,
  delivery text not null check (delivery in ('atOnce', 'daily')),
  -- Minutes of the day in China.
  digest_at integer not null check (digest_at between 0 and 1439),
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_until integer not null check (quiet_until between 0 and 1439),
  -- The mail address; null: only the console tells.
  sealed_address text,
  -- Nothing from before is sent.
  mail_since timestamptz(3),
  check ((sealed_address is null) = (mail_since is null))
);
create index notice_preference_mail on notice_preference (account_id) where sealed_address is not null;

-- What went out, each notice once with any number of servers; gone with the notice.
create table notice_sending (
  account_id uuid not null,
  notification_id uuid not null,
  message_id uuid not null,
  sent_at timestamptz(3) not null,
  primary key (account_id, notification_id),
  foreign key (account_id, notification_id) references notification on delete cascade
);

-- The address of a person's calendar holds a token; only its hash is kept.
create table calendar_feed (
  account_id uuid primary key references account,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz(3) not null,
  read_at timestamptz(3)
);

-- 年度工作: that something that comes round was done on a day.
create table rhythm_record (
  region_id uuid not null,
  organ_id uuid not null,
  item text not null check (length(item) between 1 and 40),
  done_on date not null,
  note text not null check (length(note) <= 1000),
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, organ_id, item, done_on),
  foreign key (region_id, organ_id) references organ
);

grant select, insert, update on notice_preference to zhaoshi_server;
grant select, insert on notice_sending to zhaoshi_server;
grant select, insert, update, delete on calendar_feed to zhaoshi_server;
grant select, insert, delete on rhythm_record to zhaoshi_server;
