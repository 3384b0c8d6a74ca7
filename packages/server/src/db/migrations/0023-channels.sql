-- Notice boards, handover to reading places, issues of a gazette, accounts of new media, documents out of cases.

-- 公示栏: a board of an organ, where it stands and who looks after it (an office or a post).
create table notice_board (
  region_id uuid not null,
  board_id uuid not null,
  organ_id uuid not null,
  place text not null check (length(place) between 1 and 100),
  keeper text not null check (length(keeper) <= 100),
  closed_on date,
  version integer not null default 1,
  primary key (region_id, board_id),
  foreign key (region_id, organ_id) references organ
);
create index on notice_board (region_id, organ_id);

-- What hangs or hung there: which edition, from when, until when at least, and when it came down.
create table board_posting (
  region_id uuid not null,
  posting_id uuid not null,
  organ_id uuid not null,
  board_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  posted_on date not null,
  -- The last day of its showing, and where that day comes from.
  shown_until date not null,
  shown_words text not null,
  planned_on date not null check (planned_on > shown_until),
  posted_by uuid not null,
  photo_file_id uuid,
  taken_down_on date check (taken_down_on >= posted_on),
  taken_down_by uuid,
  removal_photo_file_id uuid,
  note text not null check (length(note) <= 500),
  version integer not null default 1,
  primary key (region_id, posting_id),
  foreign key (region_id, board_id) references notice_board,
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, document_id, edition) references document_edition,
  foreign key (region_id, photo_file_id) references file (region_id, file_id),
  foreign key (region_id, removal_photo_file_id) references file (region_id, file_id),
  check ((taken_down_on is null) = (taken_down_by is null))
);
create index on board_posting (region_id, organ_id, posted_on desc, posting_id desc);
create index board_posting_hanging on board_posting (region_id, organ_id, planned_on) where taken_down_on is null;
create index on board_posting (region_id, document_id);

-- 移交 (条例25): what was given to an archives, a library or a service hall at once, with its receipt.
create table handover (
  region_id uuid not null,
  handover_id uuid not null,
  organ_id uuid not null,
  place text not null check (place in ('archives', 'library', 'serviceHall')),
  receiver text not null check (length(receiver) between 1 and 100),
  handed_on date not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  receipt text not null default '' check (length(receipt) <= 200),
  received_on date,
  received_by uuid,
  version integer not null default 1,
  primary key (region_id, handover_id),
  foreign key (region_id, organ_id) references organ,
  check ((received_on is null) = (received_by is null))
);
create index on handover (region_id, organ_id, handed_on desc, handover_id desc);

create table handover_item (
  region_id uuid not null,
  handover_id uuid not null,
  place integer not null,
  document_id uuid not null,
  edition integer not null,
  primary key (region_id, handover_id, place),
  foreign key (region_id, handover_id) references handover,
  foreign key (region_id, document_id, edition) references document_edition
);
create index on handover_item (region_id, document_id);

-- 政府公报: an issue with its file, and the document that publishes it.
create table gazette_issue (
  region_id uuid not null,
  issue_id uuid not null,
  organ_id uuid not null,
  issue_year integer not null check (issue_year between 1949 and 2200),
  number integer not null check (number between 1 and 999),
  total integer check (total between 1 and 99999),
  dated_on date not null,
  file_id uuid not null,
  document_id uuid not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (region_id, issue_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, file_id) references file (region_id, file_id),
  foreign key (region_id, document_id) references document
);
create unique index gazette_issue_number on gazette_issue (region_id, organ_id, issue_year, number);

create table gazette_item (
  region_id uuid not null,
  issue_id uuid not null,
  place integer not null,
  document_id uuid not null,
  edition integer not null,
  primary key (region_id, issue_id, place),
  foreign key (region_id, issue_id) references gazette_issue,
  foreign key (region_id, document_id, edition) references document_edition
);
create index on gazette_item (region_id, document_id);

-- 政务新媒体: registered accounts. address: where the webhook of its platform is; empty: posted by hand.
create table media_account (
  region_id uuid not null,
  media_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('wechat', 'weibo', 'app', 'other')),
  name text not null check (length(name) between 1 and 100),
  address text not null check (length(address) <= 500),
  closed_on date,
  version integer not null default 1,
  primary key (region_id, media_id),
  foreign key (region_id, organ_id) references organ
);
create index on media_account (region_id, organ_id);

create table media_post (
  region_id uuid not null,
  post_id uuid not null,
  organ_id uuid not null,
  media_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  state text not null check (state in ('waiting', 'sent', 'posted', 'failed', 'takeDownAsked', 'takeDownFailed',
    'takenDown')),
  -- Code of the last failure; what platforms answer is not kept.
  failure text,
  link text not null check (length(link) <= 500),
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (region_id, post_id),
  foreign key (region_id, media_id) references media_account,
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, document_id, edition) references document_edition
);
create index on media_post (region_id, organ_id, asked_at desc, post_id desc);
create index on media_post (region_id, document_id);

-- 转为主动公开 (条例44): the cases out of which a document was made. Ids only; nothing of an applicant.
create table promoted_case (
  region_id uuid not null,
  document_id uuid not null,
  application_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz(3) not null,
  primary key (region_id, document_id, application_id),
  foreign key (region_id, document_id) references document,
  foreign key (region_id, application_id) references application
);
create index on promoted_case (region_id, application_id);

grant select, insert on notice_board, board_posting, handover, handover_item, gazette_issue, gazette_item, media_account,
  media_post, promoted_case to zhaoshi_server;
grant update (place, keeper, closed_on, version) on notice_board to zhaoshi_server;
grant update (taken_down_on, taken_down_by, removal_photo_file_id, note, version) on board_posting to zhaoshi_server;
grant update (receipt, received_on, received_by, version) on handover to zhaoshi_server;
grant update (name, address, closed_on, version) on media_account to zhaoshi_server;
grant update (state, failure, link, changed_at, version) on media_post to zhaoshi_server;
