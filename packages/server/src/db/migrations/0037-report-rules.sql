-- What the rules of the annual report ask beside the registers: sentences that a person confirmed, and what a stranger
-- reads from the published copies.

-- A person read the sentence of a finding and says that it means what the machine took it for; ended when taken back.
create table report_confirmation (
  region_id uuid not null,
  report_id uuid not null,
  confirmation_id uuid not null,
  finding_id text not null check (length(finding_id) between 1 and 64),
  fingerprint text not null check (length(fingerprint) between 1 and 64),
  rule text not null check (length(rule) between 1 and 80),
  confirmed_as text not null check (confirmed_as in ('author', 'reviewer')),
  given_by uuid not null,
  given_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (region_id, report_id, confirmation_id),
  foreign key (region_id, report_id) references report_work
);
create unique index report_confirmation_in_force on report_confirmation (region_id, report_id, finding_id)
  where ended_at is null;

-- Hashes of the figures that were read from the public forms of a version when they were last read (AR-PUB-02).
create table report_copies (
  region_id uuid not null,
  report_id uuid not null,
  version integer not null,
  checked_at timestamptz(3) not null,
  -- A list of name and hash; a hash is null where the tables are no text.
  copies json not null,
  primary key (region_id, report_id, version),
  foreign key (region_id, report_id, version) references report_version
);

grant select, insert on report_confirmation, report_copies to zhaoshi_server;
grant update (ended_at) on report_confirmation to zhaoshi_server;
grant update (checked_at, copies) on report_copies to zhaoshi_server;

-- Whether a report stands in the central column of its level is asked of what the public sees (AR-PUB-03).
grant select on published.reporting_unit, published.annual_report, published.report_version to zhaoshi_server;
