-- Daily signed checkpoints of the audit trail, and what the trail's page searches by.

create table checkpoint (
  -- The day in China that it closes.
  day date primary key,
  sequence bigint not null,
  sha256 text not null,
  sm3 text not null,
  signed_at timestamptz(3) not null,
  public_key text not null,
  signature text not null
);
create trigger append_only before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();

-- The organ that an entry is about, else the one that was acted for; generated, so it says what the hashed text says.
alter table audit_entry add column scope_path text
  generated always as (coalesce(details::jsonb ->> 'organ', details::jsonb ->> 'for')) stored;
create index audit_entry_scope on audit_entry (scope_path text_pattern_ops, sequence desc);
create index audit_entry_subject on audit_entry (subject, sequence desc);
create index audit_entry_actor on audit_entry (actor, sequence desc);

grant select, insert on checkpoint to zhaoshi_server;
