-- 工作台账: what an organ planned and did for its disclosure work beside publishing and answering (条例46–48).

create table work_record (
  region_id uuid not null,
  record_id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('task', 'training', 'meeting', 'publicity', 'accountability')),
  title text not null check (length(title) between 1 and 200),
  planned_on date,
  done_on date,
  -- What its kind asks for (@zhaoshi/domain/work-register/work-kinds); names of persons are asked for nowhere.
  facts jsonb not null,
  -- Of a training, with the right answers.
  quiz jsonb not null,
  entered_at timestamptz(3) not null,
  -- Taken out of the register, with why; kept.
  removed_at timestamptz(3),
  version integer not null default 1,
  primary key (region_id, record_id),
  foreign key (region_id, organ_id) references organ,
  check (planned_on is not null or done_on is not null),
  check (kind = 'training' or quiz = '[]'::jsonb)
);
create index work_record_by_day on work_record
  (region_id, organ_id, coalesce(done_on, planned_on) desc, record_id desc) where removed_at is null;
create index work_record_open on work_record (region_id, organ_id, planned_on)
  where done_on is null and removed_at is null;

-- Trainings for the organs below, the newest first.
create index work_record_training on work_record (done_on desc, record_id)
  where kind = 'training' and done_on is not null and removed_at is null;

-- Plans, minutes, photographs, orders: what proves it.
create table work_record_file (
  region_id uuid not null,
  record_id uuid not null,
  file_id uuid not null,
  place integer not null check (place between 1 and 20),
  primary key (region_id, record_id, place),
  foreign key (region_id, record_id) references work_record,
  foreign key (region_id, file_id) references file,
  unique (region_id, record_id, file_id)
);

-- Everything that was entered, changed and taken out, with who, when, and why; never changed itself.
create table work_record_event (
  region_id uuid not null,
  record_id uuid not null,
  sequence integer not null check (sequence >= 1),
  type text not null check (type in ('enter', 'edit', 'remove')),
  data jsonb not null,
  reason text not null check (length(reason) <= 500),
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (region_id, record_id, sequence),
  foreign key (region_id, record_id) references work_record
);

-- Who says of themselves that they took part in a training, and how their last answers to its questions were.
create table training_attendance (
  region_id uuid not null,
  record_id uuid not null,
  account_id uuid not null references account,
  attended_at timestamptz(3) not null,
  -- Null while there is no quiz.
  right_answers integer check (right_answers >= 0),
  passed boolean,
  primary key (region_id, record_id, account_id),
  foreign key (region_id, record_id) references work_record,
  check ((right_answers is null) = (passed is null))
);

grant select, insert, update on work_record, training_attendance to zhaoshi_server;
grant select, insert, delete on work_record_file to zhaoshi_server;
grant select, insert on work_record_event to zhaoshi_server;
