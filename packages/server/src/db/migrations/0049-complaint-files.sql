-- Attachments of complaints, and public voices that were complaints (ADR 0050).

alter table complaint drop constraint complaint_channel_check;
alter table complaint add constraint complaint_channel_check
  check (channel in ('portal', 'phone', 'counter', 'letter', 'transfer', 'voice'));

-- Photos, drawn in when the complaint is entered or the box is opened; what lies in the box is named in its sealed words.
create table complaint_file (
  region_id uuid not null,
  complaint_id uuid not null,
  place integer not null check (place between 1 and 3),
  file_id uuid not null,
  primary key (region_id, complaint_id, place),
  foreign key (region_id, complaint_id) references complaint,
  foreign key (region_id, file_id) references file
);
create index complaint_file_by_file on complaint_file (region_id, file_id);

-- What an officer made a complaint of; why is sealed, for it may name people. The same code opens both.
create table complaint_voice (
  region_id uuid not null,
  complaint_id uuid not null,
  voice_region_id uuid not null,
  voice_id uuid not null,
  sealed_reason text not null,
  made_by uuid not null references account,
  primary key (region_id, complaint_id),
  foreign key (region_id, complaint_id) references complaint,
  foreign key (voice_region_id, voice_id) references public_voice
);
create unique index complaint_of_voice on complaint_voice (voice_region_id, voice_id);

grant select, insert, delete on complaint_file to zhaoshi_server;
grant select, insert on complaint_voice to zhaoshi_server;
