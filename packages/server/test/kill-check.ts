import { type Kysely, type RawBuilder, sql } from 'kysely';
import { readConfig } from '../src/config.ts';
import { connectDatabase } from '../src/db/connect.ts';
import type { Schema } from '../src/db/schema.ts';
import { verifyAudit } from '../src/db/verify-audit.ts';
import { openDatabase } from '../src/open-database.ts';
import type { Acknowledged } from './writer-life.ts';

interface Version {
  readonly report_id: string;
  readonly version: number;
  readonly content_sha256: string;
}

const keyOf = (report: string, version: number): string => `${report} ${version}`;

/** Versions whose content is not what was hashed, or that lack cells, or have more than their content. */
async function brokenVersions(database: Kysely<Schema>, since: Date): Promise<string[]> {
  const { rows } = await sql<Version>`
    select report_id, version, content_sha256 from report_version v
    where published_at >= ${since} and (
      encode(sha256(convert_to(content::text, 'UTF8')), 'hex') <> content_sha256
      or (select count(*) from report_cell c where c.region_id = v.region_id and c.report_id = v.report_id
        and c.version = v.version) <> (select count(*) from json_object_keys(content -> 'cells')))`.execute(
    database,
  );
  return rows.map(({ report_id, version }) => `half a version: ${keyOf(report_id, version)}`);
}

/** Publications without an audit entry, and entries without the version they tell of. */
async function unpairedPublications(database: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with told as (
      select split_part(subject, '/', 2) as report_id, (details::json ->> 'version')::integer as version,
        details::json ->> 'contentSha256' as content_sha256
      from audit_entry where action = 'annualReport.publish')
    select coalesce(v.report_id::text || ' ' || v.version, t.report_id || ' ' || t.version) as what
    from report_version v full join told t on t.report_id = v.report_id::text and t.version = v.version
      and t.content_sha256 = v.content_sha256
    where v.report_id is null or t.report_id is null`.execute(database);
  return rows.map(({ what }) => `version and audit entry do not pair: ${what}`);
}

/** A report that is worked on is there before it is published. */
async function orphanCells(database: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ report_id: string }>`
    select distinct report_id from report_cell c where not exists (select from report_version v
      where v.region_id = c.region_id and v.report_id = c.report_id and v.version = c.version)
    union all select report_id from annual_report r where not exists (select from report_version v
      where v.region_id = r.region_id and v.report_id = r.report_id)
      and not exists (select from report_work w where w.region_id = r.region_id and w.report_id = r.report_id)
    union all select report_id from report_work w where w.published is not null and not exists (
      select from report_version v where v.region_id = w.region_id and v.report_id = w.report_id)`.execute(
    database,
  );
  return rows.map(({ report_id }) => `cells or report without a version: ${report_id}`);
}

/** Every query tells what is half there; none finds anything where changes are whole. */
const HALVES: readonly RawBuilder<{ what: string }>[] = [
  sql`select 'account without all of its change: ' || account_id as what from account a
    where login_name like 'w%' and not (
      exists (select from membership m where m.account_id = a.account_id)
      and exists (select from message where recipient = 'account/' || a.account_id)
      and (select count(*) from audit_entry e join audit_salt using (sequence)
        where e.action = 'account.create' and e.subject = 'account/' || a.account_id) = 1)`,
  sql`select 'audit entry without its account: ' || subject as what from audit_entry
    where action = 'account.create' and actor not like 'system:%'
      and not exists (select from account where 'account/' || account_id = subject)`,
  sql`select 'organ whose edits are not all in the trail: ' || organ_id as what from organ o
    where version - 1 <> (select count(*) from audit_entry where action = 'organ.edit' and subject = 'organ/' || o.organ_id)`,
  sql`select 'call without its answer: ' || key as what from idempotency where value = ''`,
  sql`select 'message that nothing sends: ' || message_id as what from message m
    where state = 'queued' and not exists (select from pgboss.job j
      where j.name = 'message.deliver' and j.data ->> 'messageId' = m.message_id::text)`,
  sql`select 'job without its change: ' || id as what from pgboss.job j
    where name = 'message.deliver' and not exists (select from message m
      where m.message_id::text = j.data ->> 'messageId')`,
];

async function halves(database: Kysely<Schema>): Promise<string[]> {
  const found: string[] = [];
  for (const query of HALVES) {
    const { rows } = await query.execute(database);
    found.push(...rows.map(({ what }) => what));
  }
  return found;
}

async function lost(database: Kysely<Schema>, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const versions = await database
    .selectFrom('report_version')
    .select(['report_id', 'version', 'content_sha256'])
    .execute();
  const published = new Map(versions.map((row) => [keyOf(row.report_id, row.version), row.content_sha256]));
  const accounts = new Set(
    (await database.selectFrom('account').select('account_id').execute()).map((row) => row.account_id),
  );
  const organs = new Map(
    (await database.selectFrom('organ').select(['organ_id', 'version']).execute()).map((row) => [
      row.organ_id,
      row.version,
    ]),
  );
  const isThere = (one: Acknowledged): boolean => {
    if ('accountId' in one) return accounts.has(one.accountId);
    if ('organId' in one) return (organs.get(one.organId) ?? 0) >= one.version;
    return published.get(keyOf(one.reportId, one.version)) === one.contentSha256;
  };
  return acknowledged
    .filter((one) => !isThere(one))
    .map((one) => `lost although acknowledged: ${JSON.stringify(one)}`);
}

/**
 * What is wrong with a database after a fault; nothing, when every acknowledged write is there, no thing is half
 * written, and the audit trail verifies.
 *
 * @param since content and cells are compared for versions published from here on; all else as a whole
 */
async function faultsIn(
  database: Kysely<Schema>,
  acknowledged: readonly Acknowledged[],
  since: Date,
): Promise<readonly string[]> {
  const verdict = await verifyAudit(database);
  return [
    ...(await lost(database, acknowledged)),
    ...(await halves(database)),
    ...(await brokenVersions(database, since)),
    ...(await unpairedPublications(database)),
    ...(await orphanCells(database)),
    ...(verdict.intact ? [] : [`audit trail: ${JSON.stringify(verdict.fault)}`]),
  ];
}

/** Looks at the database of a running server, as `faultsIn` does; all of it, unless told since when. */
export async function faultsOf(
  data: string,
  acknowledged: readonly Acknowledged[],
  since = new Date(0),
): Promise<readonly string[]> {
  const opened = await openDatabase(readConfig({ data }, {}), false);
  const database = connectDatabase<Schema>(opened.server, 1, () => {});
  try {
    return await faultsIn(database, acknowledged, since);
  } finally {
    await database.destroy();
    await opened.close();
  }
}
