-- 年度工作: which year or quarter a record is of, so that what is done late counts for the turn that it makes up for.
alter table rhythm_record add column turn_on date;

-- Until now a record was of the turn in which its day lies.
update rhythm_record set turn_on = case
  when item = 'filing' then (date_trunc('quarter', done_on::timestamp) + interval '3 months - 1 day')::date
  else make_date(extract(year from done_on)::integer, 12, 31) end;

alter table rhythm_record
  -- The last day of its turn (@zhaoshi/domain/notification/yearly-rhythm).
  alter column turn_on set not null,
  drop constraint rhythm_record_pkey,
  add primary key (region_id, organ_id, item, turn_on, done_on);

-- 考核 and 社会评议 were one matter; whoever said that it was done said it of both (条例46).
insert into rhythm_record (region_id, organ_id, item, turn_on, done_on, note, recorded_by, recorded_at)
  select region_id, organ_id, 'socialEvaluation', turn_on, done_on, note, recorded_by, recorded_at
  from rhythm_record where item = 'assessment';

-- 提醒: a mobile is an address as mail is.
alter table notice_preference add column sealed_mobile text;
-- Since when anything is sent out of the console, to whichever address.
alter table notice_preference rename column mail_since to sent_since;
alter table notice_preference drop constraint notice_preference_check;
alter table notice_preference add constraint notice_preference_is_sent
  check ((sealed_address is null and sealed_mobile is null) = (sent_since is null));
drop index notice_preference_mail;
create index notice_preference_sent on notice_preference (account_id) where sent_since is not null;
