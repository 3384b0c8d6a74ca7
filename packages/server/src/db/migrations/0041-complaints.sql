-- 投诉举报 (条例47, 51; 村组法36), 督促整改 (条例47), 监督检查.

-- The box of the portal and of anonymous calls. It is emptied once a day, every row that lies in it into `complaint` in one
-- transaction and in a drawn order; and whoever puts something in writes all of it anew in such an order. So neither the
-- place of a row nor the transaction that wrote it tells which came first, and no column has a time (ADR 0045).
create table complaint_box (
  region_id uuid not null,
  complaint_id uuid not null,
  -- Who handles it.
  organ_id uuid not null,
  received_on date not null,
  receipt_number text not null,
  query_code_hash text not null,
  -- Kind, channel, unit and words, as JSON.
  sealed text not null,
  primary key (region_id, complaint_id),
  foreign key (region_id, organ_id) references organ
);
create unique index complaint_box_by_code on complaint_box (query_code_hash);

create table complaint (
  region_id uuid not null,
  -- Random, not by time; so are the numbers.
  complaint_id uuid not null,
  -- Who handles it.
  organ_id uuid not null,
  -- About whom; a government stands in a region of its own.
  unit_region_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('notPublished', 'wronglyAnswered', 'wrongContent', 'villageAffairs')),
  channel text not null check (channel in ('portal', 'phone', 'counter', 'letter', 'transfer')),
  receipt_number text not null,
  query_code_hash text not null,
  -- The day in China only, of named ones as well: a list in which some have a time tells the others apart.
  received_on date not null,
  -- The words; the name and how to reach it, null of anonymous ones, as JSON.
  sealed text not null,
  sealed_complainant text,
  -- 登记号 of the complainant's own application; only of named ones, whose application it is.
  application_number text not null default '' check (length(application_number) <= 40),
  status text not null check (status in ('received', 'redirected', 'accepted', 'found', 'told', 'closed')),
  finding text check (finding in ('true', 'partly', 'untrue')),
  is_extended boolean not null default false,
  orders integer not null default 0 check (orders >= 0),
  circulars integer not null default 0 check (circulars >= 0),
  version integer not null default 1,
  primary key (region_id, complaint_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (unit_region_id, unit_id) references organ,
  check (sealed_complainant is not null or application_number = ''),
  check ((finding is not null) = (status in ('found', 'told', 'closed'))),
  -- 条例47第二款: what was found true is followed by an order or a circular.
  check (status <> 'closed' or finding = 'untrue' or orders + circulars > 0)
);
create index complaint_number on complaint (region_id, organ_id, receipt_number);
create unique index complaint_by_code on complaint (query_code_hash);
create index complaint_newest on complaint (region_id, organ_id, received_on desc, complaint_id desc);
create index complaint_open on complaint (region_id, organ_id) where status in ('received', 'accepted', 'found');

-- What officers did; never changed. The words are sealed: they may name people.
create table complaint_event (
  region_id uuid not null,
  complaint_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null check (type in ('accept', 'redirect', 'extend', 'find', 'order', 'circular', 'refer', 'tell', 'close')),
  -- Facts without words.
  data jsonb not null,
  sealed text not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, complaint_id, sequence),
  foreign key (region_id, complaint_id) references complaint
);

-- 监督检查: items drawn out of what units have published, by a seed whoever has draws the same again.
create table inspection (
  region_id uuid not null,
  inspection_id uuid not null,
  organ_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  published_from date not null,
  published_until date not null,
  per_unit integer not null check (per_unit between 1 and 50),
  seed text not null check (length(seed) between 1 and 60),
  -- Questions as {code, text}.
  checklist jsonb not null,
  -- The inspection whose faults this one looks at again.
  preceding_id uuid,
  created_by uuid not null references account,
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (region_id, inspection_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (region_id, preceding_id) references inspection,
  check (published_until >= published_from),
  check (preceding_id <> inspection_id)
);
create index inspection_newest on inspection (region_id, organ_id, created_at desc, inspection_id desc);
create index inspection_again on inspection (region_id, preceding_id) where preceding_id is not null;

create table inspection_unit (
  region_id uuid not null,
  inspection_id uuid not null,
  unit_region_id uuid not null,
  unit_id uuid not null,
  -- How many items it had published, out of which was drawn.
  published integer not null check (published >= 0),
  primary key (region_id, inspection_id, unit_id),
  foreign key (region_id, inspection_id) references inspection,
  foreign key (unit_region_id, unit_id) references organ
);

create table inspection_item (
  region_id uuid not null,
  inspection_id uuid not null,
  item integer not null check (item >= 1),
  unit_region_id uuid not null,
  unit_id uuid not null,
  document_id uuid not null,
  edition integer not null,
  verdict text check (verdict in ('inOrder', 'fault', 'notAssessable')),
  -- Codes of the questions that found a fault.
  faults text[] not null default '{}',
  note text not null default '' check (length(note) <= 1000),
  -- A photograph or another picture of it.
  file_id uuid,
  checked_by uuid references account,
  checked_on date,
  primary key (region_id, inspection_id, item),
  foreign key (region_id, inspection_id) references inspection,
  foreign key (unit_region_id, document_id) references document,
  foreign key (unit_region_id, unit_id) references organ,
  foreign key (region_id, file_id) references file,
  check ((verdict is null) = (checked_on is null)),
  check ((verdict is not distinct from 'fault') = (cardinality(faults) > 0))
);

-- 整改通知: what a unit is to put right, by when. Nothing in it tells of a complainant.
create table remediation_order (
  region_id uuid not null,
  order_id uuid not null,
  -- The unit.
  organ_id uuid not null,
  issuer_region_id uuid not null,
  issuer_id uuid not null,
  complaint_id uuid,
  inspection_id uuid,
  demand text not null check (length(demand) between 1 and 2000),
  issued_on date not null,
  due_on date not null,
  status text not null check (status in ('issued', 'reported', 'returned', 'accepted', 'reopened')),
  version integer not null default 1,
  primary key (region_id, order_id),
  foreign key (region_id, organ_id) references organ,
  foreign key (issuer_region_id, issuer_id) references organ,
  foreign key (issuer_region_id, complaint_id) references complaint,
  foreign key (issuer_region_id, inspection_id) references inspection,
  check ((complaint_id is null) <> (inspection_id is null))
);
create index remediation_newest on remediation_order (region_id, organ_id, issued_on desc, order_id desc);
create index remediation_owed on remediation_order (region_id, organ_id, due_on)
  where status in ('issued', 'returned', 'reopened');
create index remediation_to_review on remediation_order (issuer_region_id, issuer_id) where status = 'reported';
create index remediation_of_complaint on remediation_order (issuer_region_id, complaint_id) where complaint_id is not null;
create index remediation_of_inspection on remediation_order (issuer_region_id, inspection_id)
  where inspection_id is not null;

create table remediation_event (
  region_id uuid not null,
  order_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null check (type in ('report', 'accept', 'return', 'reopen')),
  words text not null check (length(words) between 1 and 2000),
  -- Proof of what was done.
  file_id uuid,
  due_on date,
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, order_id, sequence),
  foreign key (region_id, order_id) references remediation_order,
  foreign key (region_id, file_id) references file
);

grant select, insert, delete on complaint_box to zhaoshi_server;
grant select, insert on complaint to zhaoshi_server;
grant update (sealed_complainant, status, finding, is_extended, orders, circulars, version) on complaint
  to zhaoshi_server;
grant select, insert on complaint_event to zhaoshi_server;
grant select, insert on inspection, inspection_unit, inspection_item to zhaoshi_server;
grant update (version) on inspection to zhaoshi_server;
grant update (verdict, faults, note, file_id, checked_by, checked_on) on inspection_item to zhaoshi_server;
grant select, insert on remediation_order, remediation_event to zhaoshi_server;
grant update (due_on, status, version) on remediation_order to zhaoshi_server;
