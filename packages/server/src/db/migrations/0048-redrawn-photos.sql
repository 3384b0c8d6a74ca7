-- A photo that was drawn anew when it was taken in: nothing of what the camera wrote is left in it. Only such ones hang on
-- boards and on villages' pages.
alter table file add column is_redrawn boolean not null default false;

-- A person's own trainings.
create index training_attendance_of_account on training_attendance (account_id);

-- With the complainant's name goes the number of their application, which leads to it.
grant update (application_number) on complaint to zhaoshi_server;
