-- What proves to anybody what was public when: the trail's entry of an edition's minute, the day's seal over such entries,
-- and the signed checkpoint that ends in the seal. Hashes and facts of publications only; no entry of anything else.

-- An edition that was taken back before its minute was never public; its number is free for what is published in its place.
create or replace function keep_edition() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.cancelled_at is null then
      raise exception 'an edition is never removed' using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.visible_from < clock_timestamp() - public.clock_tolerance() then
      raise exception 'an edition may not be dated back' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (to_jsonb(old) - array['cancelled_at', 'ended_at', 'withdrawal_kind', 'withdrawal_notice', 'hides_existence',
      'announced_at']) is distinct from (to_jsonb(new) - array['cancelled_at', 'ended_at', 'withdrawal_kind',
      'withdrawal_notice', 'hides_existence', 'announced_at']) then
    raise exception 'an edition is never changed' using errcode = 'check_violation';
  end if;
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at
    or old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at then
    raise exception 'a withdrawn edition stays withdrawn' using errcode = 'check_violation';
  end if;
  if old.cancelled_at is null and new.cancelled_at is not null and old.visible_from <= clock_timestamp() then
    raise exception 'an edition that is public is withdrawn, not cancelled' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_edition_row before delete on document_edition for each row execute function keep_edition();
alter table document_relation drop constraint document_relation_region_id_document_id_edition_fkey;
alter table document_relation add foreign key (region_id, document_id, edition) references document_edition
  on delete cascade;
grant delete on document_edition to zhaoshi_server;

create index audit_entry_of_publications on audit_entry (sequence)
  where action in ('document.becomePublic', 'audit.sealPublications');

-- How an edition stands that a check code names. Nothing of one that was withdrawn but that it was; nothing at all of one
-- that waits for its minute, was cancelled, or whose very existence is secret.
create view published.document_check as
  select e.check_code, e.region_id, e.organ_id, e.document_id, e.edition, e.public_name, e.visible_from as published_at,
    case when e.ended_at is null then e.title end as title,
    case when e.ended_at is null then e.content_sha256 end as content_sha256,
    e.ended_at as withdrawn_at,
    (select min(later.visible_from) from public.document_edition later
      where later.region_id = e.region_id and later.document_id = e.document_id and later.edition > e.edition
        and later.visible_from <= now() and later.cancelled_at is null) as superseded_at
  from public.document_edition e
  where e.visible_from <= now() and e.cancelled_at is null and not e.hides_existence
    -- What hides a document hides also its edition that was withdrawn before for another reason.
    and (e.ended_at is null or not exists (select from public.document_edition hidden
      where hidden.region_id = e.region_id and hidden.document_id = e.document_id and hidden.hides_existence));

-- The trail's entry of the minute of each edition that is public or was followed by a later one.
create view published.document_entry as
  select e.region_id, e.organ_id, e.document_id, e.edition, e.public_name, a.sequence, a.recorded_at, a.actor, a.action,
    a.subject, a.details, a.previous_sha256, a.previous_sm3, a.sha256, a.sm3
  from public.document_edition e
  join public.audit_entry a on a.action = 'document.becomePublic' and a.subject = 'document/' || e.document_id
    and (a.details::jsonb ->> 'edition')::integer = e.edition
  where e.visible_from <= now() and e.ended_at is null and e.cancelled_at is null;

-- Hashes of all such entries, which the seals are made of, and the seals.
create view published.sealed_entry as
  select sequence, sha256, sm3 from public.audit_entry where action = 'document.becomePublic';
create view published.publication_seal as
  select sequence, recorded_at, actor, action, subject, details, previous_sha256, previous_sm3, sha256, sm3
  from public.audit_entry where action = 'audit.sealPublications';
create view published.checkpoint as
  select day, sequence, sha256, sm3, signed_at, public_key, signature from public.checkpoint;

grant select on published.document_check, published.document_entry, published.sealed_entry, published.publication_seal,
  published.checkpoint to zhaoshi_portal;
