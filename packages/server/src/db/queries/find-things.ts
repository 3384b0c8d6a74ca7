import { STATUSES } from '@zhaoshi/domain/application/status';
import type { Actor } from '@zhaoshi/domain/permission/can';
import { foldForSearch, searchTerms } from '@zhaoshi/domain/search/fold';
import { askQuestion } from '@zhaoshi/domain/search/question';
import { type Kysely, sql } from 'kysely';
import { likePattern } from '../like-pattern.ts';
import type { Schema } from '../schema.ts';
import { listApplications } from './application-list.ts';
import { searchPublished } from './published-search.ts';
import { reachedOrgan } from './reached-organ.ts';

/** Of each kind; who looks for more uses the list of that kind. */
const MOST = 8;

export interface FoundThing {
  readonly kind: 'organ' | 'account' | 'document' | 'application';
  readonly region_id: string | null;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly public_path: string | null;
}

async function findOrgans(database: Kysely<Schema>, actor: Actor, text: string) {
  const { rows } = await sql<FoundThing>`
    select 'organ' as kind, organ.region_id, organ.organ_id as id, organ.name as title, region.name as note,
      null as public_path
    from organ join region using (region_id)
    where ${reachedOrgan(actor, 'organ.read')} and organ.name like ${likePattern(text)}
    order by length(organ.name), organ.name limit ${MOST}`.execute(database);
  return rows;
}

async function findAccounts(database: Kysely<Schema>, actor: Actor, text: string) {
  const { rows } = await sql<FoundThing>`
    select distinct on (a.login_name) 'account' as kind, null::uuid as region_id, a.account_id as id,
      a.display_name as title, organ.name as note, null as public_path
    from account a
    join membership m on m.account_id = a.account_id and m.revoked_at is null
    join organ on organ.region_id = m.region_id and organ.organ_id = m.organ_id
    where ${reachedOrgan(actor, 'account.read')}
      and (a.display_name like ${likePattern(text)} or a.login_name like ${likePattern(text.toLowerCase())})
    order by a.login_name limit ${MOST}`.execute(database);
  return rows;
}

/** Published things are public: everybody finds all of them. */
async function findDocuments(database: Kysely<Schema>, text: string): Promise<readonly FoundThing[]> {
  const found = await searchPublished(database, askQuestion(text, {}), null, MOST);
  return (found?.hits ?? []).map(({ entry }) => ({
    kind: 'document',
    region_id: entry.region_id,
    id: entry.entry_id,
    title: entry.title,
    note: entry.organ_name,
    public_path: entry.path,
  }));
}

/** Cases by number or by words of the masked summary; never by who applied (the register can do that). */
async function findApplications(
  database: Kysely<Schema>,
  actor: Actor,
  q: string,
): Promise<readonly FoundThing[]> {
  if (searchTerms(foldForSearch(q)).length === 0) return [];
  // Stages are not asked for, so no day matters.
  const listing = { q, limit: MOST - 1, today: 'infinity', soon: 'infinity' };
  const rows = await listApplications(database, actor, 'application.read', listing);
  return rows.map(({ region_id, application_id, registration_number, summary, organ_name, status }) => ({
    kind: 'application',
    region_id,
    id: application_id,
    title: `${registration_number} ${summary}`,
    note: `${organ_name} ${STATUSES[status]}`,
    public_path: null,
  }));
}

/** Organs, accounts and cases that the person's rights reach, and what is published. */
export async function findThings(
  database: Kysely<Schema>,
  actor: Actor,
  question: string,
): Promise<readonly FoundThing[]> {
  const text = foldForSearch(question);
  const found = await Promise.all([
    findOrgans(database, actor, text),
    findAccounts(database, actor, text),
    findApplications(database, actor, question),
    findDocuments(database, question),
  ]);
  return found.flat();
}
