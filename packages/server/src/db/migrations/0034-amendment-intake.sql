-- Requests to amend one's own record (条例41) that come to the office on paper or in person.

-- How it came, and who entered it; the portal enters by itself.
alter table record_amendment
  add column channel text not null default 'portal' check (channel in ('portal', 'counter', 'post')),
  add column entered_by uuid references account,
  add constraint record_amendment_entry check ((channel = 'portal') = (entered_by is null));
alter table record_amendment alter column channel drop default;
