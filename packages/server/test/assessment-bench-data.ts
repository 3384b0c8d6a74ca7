import { randomUUID } from 'node:crypto';
import { DEFAULT_SET } from '@zhaoshi/domain/assessment/default-set';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../src/db/schema.ts';

/** What each unit has in a year. */
const APPLICATIONS = 100;
const DOCUMENTS = 100;
const VOICES = 20;
const DISPUTES = 5;
/** Rows of the standard catalogue; each is published by a tenth of the units. */
const ITEMS = 300;

const REGION = sql.lit('00000001-0000-4000-8000-000000000001');

async function insertOrgans(database: Kysely<Schema>, units: number): Promise<void> {
  await sql`
    create function bench_id(kind int, number bigint) returns uuid language sql immutable parallel safe
      return (lpad(to_hex(kind), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid`.execute(
    database,
  );
  await sql`insert into region (region_id, parent_id, slug, name, level, is_demonstration)
    values (${REGION}, null, 'bench', '测试市', 'city', true)`.execute(database);
  await sql`
    insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, valid_to, path)
    select ${REGION}, bench_id(2, o), case when o > 0 then bench_id(2, 0) end, 'o' || o, '机关' || o,
      case o when 0 then 'cityGovernment' else 'department' end, 'city', '2010-01-01', null,
      bench_id(2, 0) || '/' || case when o > 0 then bench_id(2, o) || '/' else '' end
    from generate_series(0, ${sql.lit(units)}) as o`.execute(database);
  await sql`insert into account (account_id, login_name, display_name, created_at)
    values (bench_id(3, 1), 'bench', '测试人员', now())`.execute(database);
}

/** Applications of the year with their last days; one of fifty was answered late. */
async function insertApplications(database: Kysely<Schema>): Promise<void> {
  await sql`
    insert into applicant (region_id, applicant_id, organ_id, kind, sealed, masked_name, name_hash)
    select region_id, organ_id, organ_id, 'naturalPerson', 'x', '张*', 'x' from organ where parent_id is not null`.execute(
    database,
  );
  await sql`
    insert into application (region_id, application_id, organ_id, registration_number, applicant_id, applicant_kind,
      channel, is_misaddressed, status, receipt_date, entered_at, summary, folded, bigrams, sealed, is_provisional,
      result_on, result_outcome, query_code_hash, is_imported)
    select o.region_id, bench_id(4, row_number() over ()), o.organ_id, 'n' || n, o.organ_id, 'naturalPerson',
      'portal', false, 'closed', current_date - 60, now(), '公开申请', '', '{}', 'x', false,
      current_date - case when n % 50 = 0 then 5 else 20 end, 'granted', 'x', false
    from organ o, generate_series(1, ${sql.lit(APPLICATIONS)}) as n where o.parent_id is not null`.execute(
    database,
  );
  await sql`
    insert into deadline (region_id, deadline_id, organ_id, subject, kind, starts_on, working_days, due_on,
      is_provisional, calendar_version, closed_at)
    select region_id, gen_random_uuid(), organ_id, 'application/' || application_id, '答复', receipt_date, 20,
      current_date - 10, false, 'x', now()
    from application`.execute(database);
}

/** Public documents in all columns, each with its revision; of twenty one lacks its summary. */
async function insertDocuments(database: Kysely<Schema>): Promise<void> {
  await sql`
    insert into document (region_id, document_id, organ_id, status, edition, kind, title, document_number,
      disclosure_class, catalog_code, folded, bigrams, is_provisional, index_number, public_name, public_edition,
      first_published_at, awaits_third_person, last_writer, updated_at)
    select o.region_id, bench_id(5, row_number() over ()), o.organ_id, 'published', 1,
      case when n % 10 = 0 then 'normativeDocument' else 'announcement' end, '文件' || n, '', 'proactive',
      'a20.' || lpad((n % 15 + 1)::text, 2, '0'), '', '{}', false, o.slug || n, '2026-' || lpad(n::text, 5, '0'), 1,
      now() - interval '30 days', false, bench_id(3, 1), now()
    from organ o, generate_series(1, ${sql.lit(DOCUMENTS)}) as n where o.parent_id is not null`.execute(
    database,
  );
  await sql`
    insert into document_revision (region_id, document_id, revision, content, content_sha256, submitted_by, submitted_at)
    select region_id, document_id, 1, '{}', repeat('0', 64), bench_id(3, 1), now() from document`.execute(
    database,
  );
  await sql`
    insert into document_edition (region_id, document_id, edition, organ_id, revision, content_sha256, public_name,
      index_number, kind, title, document_number, issuing_organ, abstract, subject_category, catalog_code,
      catalog_item_id, created_on, date_of_document, change_note, file_ids, check_code, visible_from, announced_at)
    select region_id, document_id, 1, organ_id, 1, repeat('0', 64), public_name, index_number, kind, title, '', '机关',
      case when right(document_id::text, 1) = '0' then '' else '概述' end, '综合', catalog_code,
      bench_id(6, right(public_name, 3)::int % ${sql.lit(ITEMS)}), current_date - 30, current_date - 30, '', '{}',
      upper(substr(md5(document_id::text), 1, 4) || '-' || substr(md5(document_id::text), 5, 4) || '-'
        || substr(md5(document_id::text), 9, 4)), now() - interval '30 days', now()
    from document`.execute(database);
}

async function insertCatalog(database: Kysely<Schema>): Promise<void> {
  const content = JSON.stringify({
    code: 'x',
    field: null,
    level1: '一',
    level2: '二',
    level3: '',
    contentElements: ['全文'],
    basis: [],
    publicationPeriod: '信息形成或者变更之日起20个工作日内',
    responsibleOrgan: '机关',
    channels: { must: [], may: [], text: '' },
    audience: { kind: 'public', group: '' },
    disclosureClass: 'proactive',
    levels: ['county'],
    validFrom: '2020-01-01',
    validTo: null,
  });
  await sql`insert into catalog_item (region_id, item_id, organ_id, field, code)
    select ${REGION}, bench_id(6, n), bench_id(2, 0), '', 'i' || n from generate_series(0, ${sql.lit(ITEMS - 1)}) as n`.execute(
    database,
  );
  await sql`insert into catalog_wording (region_id, item_id, number, valid_from, level1, level2, responsible_organ,
      content, folded, recorded_at, recorded_by)
    select region_id, item_id, 1, '2020-01-01', '一', '二', '机关',
      (${content}::jsonb || jsonb_build_object('code', code)), '', now(), bench_id(3, 1) from catalog_item`.execute(
    database,
  );
  await sql`insert into catalog_responsibility (region_id, item_id, organ_id)
    select i.region_id, i.item_id, o.organ_id from catalog_item i join organ o on o.region_id = i.region_id
    where o.parent_id is not null and (right(o.slug, 1) = right(i.code, 1))`.execute(database);
}

async function insertWork(database: Kysely<Schema>): Promise<void> {
  await sql`
    insert into public_voice (region_id, voice_id, organ_id, kind, page, receipt_number, received_at, due_on, sealed,
      query_code_hash, status)
    select region_id, gen_random_uuid(), organ_id, 'errorReport', '/x', 'v' || n, now() - interval '40 days',
      current_date - n + 5, 'x', 'x', 'received'
    from organ, generate_series(1, ${sql.lit(VOICES)}) as n where parent_id is not null`.execute(database);
  await sql`
    insert into dispute (region_id, dispute_id, organ_id, kind, role, act, masked_party, sealed, opened_on, settled_on,
      entered_at)
    select region_id, bench_id(7, row_number() over ()), organ_id, 'reconsideration', 'originalActOrgan', 'refusal',
      '钱*', '-', current_date - 100, current_date - 20, now()
    from organ, generate_series(1, ${sql.lit(DISPUTES)}) where parent_id is not null`.execute(database);
  await sql`
    insert into dispute_stage (region_id, dispute_id, sequence, organ_id, kind, tribunal, number, accepted_on,
      decided_on, result)
    select region_id, dispute_id, 1, organ_id, 'reconsideration', '复议机关', '', opened_on, settled_on,
      'reconsideration.setAside' from dispute`.execute(database);
}

/** A city with so many units that each have a year's work, and an assessment of them all. */
export async function plantBenchAssessment(database: Kysely<Schema>, units: number): Promise<void> {
  // The rows are of the past and made in no order, which triggers would refuse.
  await sql`set session_replication_role = replica`.execute(database);
  await insertOrgans(database, units);
  await insertApplications(database);
  await insertDocuments(database);
  await insertCatalog(database);
  await insertWork(database);
  await sql`set session_replication_role = origin`.execute(database);
  await sql`analyze`.execute(database);
}

/** An assessment of the first units. @returns its id */
export async function plantScheme(database: Kysely<Schema>, units: number) {
  const ids = { regionId: '00000001-0000-4000-8000-000000000001', assessmentId: randomUUID() };
  const key = sql`${ids.regionId}::uuid, ${ids.assessmentId}::uuid`;
  await sql`insert into assessment (region_id, assessment_id, organ_id, year, title, starts_on, ends_on, state, begun_by,
      begun_at)
    values (${key}, bench_id(2, 0), extract(year from current_date), '考核', current_date - 300, current_date + 60,
      'running', bench_id(3, 1), now())`.execute(database);
  await sql`insert into assessment_set (region_id, assessment_id, number, content, recorded_by, recorded_at)
    values (${key}, 1, ${JSON.stringify(DEFAULT_SET)}::jsonb, bench_id(3, 1), now())`.execute(database);
  await sql`insert into assessment_unit (region_id, assessment_id, unit_organ_id, unit_region_id)
    select ${key}, bench_id(2, o), ${ids.regionId}::uuid from generate_series(1, ${sql.lit(units)}) as o`.execute(
    database,
  );
  return ids;
}
