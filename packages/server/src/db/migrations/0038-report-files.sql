-- Whose folder the file of an entered report lies in: that of whoever entered it, which need not be the report's region.
alter table report_submission add column file_region_id uuid;

update report_submission sent set file_region_id = file.region_id from file where file.file_id = sent.file_id;

alter table report_submission
  add foreign key (file_region_id, file_id) references file,
  add constraint report_submission_file_place check ((file_id is null) = (file_region_id is null));

-- The reports that may count an organ are held while one of its cases is changed.
create index report_work_of_organ on report_work (region_id, organ_id, report_year);

-- A case that was moved while a published report is corrected: few of an application's events are of this type.
create index application_event_receipt on application_event (region_id, application_id) where type = 'correctReceipt';
