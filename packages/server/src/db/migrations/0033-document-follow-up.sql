-- What follows a leak, the same text published twice, and one place that says which edition of a document is the last one
-- that became public and from when on it has effect.

-- Something was withdrawn that the public should not have seen, and the persons concerned or the authority are not yet told
-- (个人信息保护法57); the domain computes it from the events.
alter table document add column leak_open boolean not null default false;
update document set leak_open = true where exists (
  select from document_event e where e.region_id = document.region_id and e.document_id = document.document_id
    and e.type = 'withdraw' and e.data->>'kind' in ('leak', 'audience'));
create index document_leak_open on document (region_id, organ_id) where leak_open;

-- Hash of the words of a text without blanks and line ends, by which the same text is found again; null for texts so short
-- that many documents have them ("见附件").
create function text_fingerprint(content json) returns text language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
  return (
    select case when length(whole.words) >= 60 then encode(sha256(convert_to(whole.words, 'UTF8')), 'hex') end
    from (
      select translate(string_agg(part.words #>> '{}', '' order by part.place),
        E' \t\n\r\u000b\u000c\u00a0\u3000\u200b\ufeff', '') as words
      from jsonb_path_query((content->'body')::jsonb, 'strict $.**.text ? (@.type() == "string")')
        with ordinality as part (words, place)
    ) whole
  );

alter table document_edition add column text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$');
alter table document_edition disable trigger keep_edition;
update document_edition set text_sha256 = text_fingerprint(r.content) from document_revision r
  where r.region_id = document_edition.region_id and r.document_id = document_edition.document_id
    and r.revision = document_edition.revision;
alter table document_edition enable trigger keep_edition;
create index document_edition_text on document_edition (region_id, organ_id, text_sha256)
  where ended_at is null and cancelled_at is null and text_sha256 is not null;
grant execute on function text_fingerprint to zhaoshi_server;

-- The last edition of each document whose minute has come, withdrawn since or not, with the first day of its effect.
create view current_edition as
  select e.*, coalesce(e.valid_from, e.date_of_document, e.created_on) as effective_on
  from document_edition e
  where e.visible_from <= now() and e.cancelled_at is null
    and not exists (select from document_edition later
      where later.region_id = e.region_id and later.document_id = e.document_id and later.edition > e.edition
        and later.visible_from <= now() and later.cancelled_at is null);
grant select on current_edition to zhaoshi_server;

create or replace view published.document as
  select e.region_id, e.organ_id, e.document_id, e.edition, e.content_sha256, e.public_name, e.index_number, e.kind,
    e.title, e.document_number, e.issuing_organ, e.abstract, e.subject_category, e.catalog_code, e.catalog_item_id,
    e.created_on, e.date_of_document, e.valid_from, e.valid_to, e.change_note, e.file_ids, e.check_code,
    e.visible_from as published_at, civil_today() as today
  from public.current_edition e
  where e.ended_at is null;

create or replace view published.document_withdrawal as
  select e.region_id, e.organ_id, e.document_id, e.public_name, e.withdrawal_kind, e.withdrawal_notice, e.ended_at
  from public.current_edition e
  where e.ended_at is not null and not e.hides_existence;

create or replace view published.document_relation as
  select r.region_id, r.document_id, r.relation, r.other_document_id, r.other_number, r.other_title, d.organ_id,
    d.public_name, d.title, d.document_number, d.visible_from as published_at, d.effective_on
  from public.document_relation r
  join public.current_edition d using (region_id, document_id, edition)
  where d.ended_at is null;
