import type { Rejection } from '@zhaoshi/contract/problems';
import { itemTitle } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import {
  isStatutoryCode,
  STATUTORY_CATALOG,
  statutoryCodesFor,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type Kysely, sql } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findCatalogItem, isItemOf } from '../../db/queries/catalog-items.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';

export interface NothingProducedInput {
  readonly year: number;
  readonly about: { readonly itemId: string } | { readonly code: string };
  readonly reason: string;
}

interface Subject {
  readonly itemId: string | null;
  readonly code: string | null;
  readonly title: string;
}

const invalid = (pointer: string, message: string): Rejection => ({
  code: 'invalid',
  errors: [{ pointer, message }],
});

async function subjectOf(
  database: Kysely<Schema>,
  organ: OrganRow,
  about: NothingProducedInput['about'],
  today: ReturnType<typeof civilDateAt>,
): Promise<Result<Subject, Rejection>> {
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  if ('code' in about) {
    const { code } = about;
    return isStatutoryCode(code) && statutoryCodesFor(organ.kind, organ.level).includes(code)
      ? ok({ itemId: null, code, title: STATUTORY_CATALOG[code].column })
      : err(invalid('/about', '这不是本机关应当公开的栏目。'));
  }
  const { itemId } = about;
  const item = (await isItemOf(database, ids, itemId))
    ? await findCatalogItem(database, { regionId: ids.regionId, itemId }, today)
    : undefined;
  return item === undefined
    ? err(invalid('/about', '这不是本机关应当公开的目录事项。'))
    : ok({ itemId, code: null, title: itemTitle(item.content) });
}

/** What was published in that year after all, or was said before. */
async function refuse(
  database: Kysely<Schema>,
  { region_id, organ_id }: OrganRow,
  { itemId, code, title }: Subject,
  year: number,
): Promise<Rejection | null> {
  const { rows } = await sql<{ published: boolean; stated: boolean }>`
    select
      exists (select from document_edition e where e.region_id = ${region_id} and e.organ_id = ${organ_id}
        and (e.catalog_item_id = ${itemId}::uuid or e.catalog_code = ${code}::text) and e.cancelled_at is null
        and e.ended_at is null and extract(year from e.visible_from at time zone 'Asia/Shanghai') = ${year}) as published,
      exists (select from nothing_produced n where n.region_id = ${region_id} and n.organ_id = ${organ_id}
        and n.year = ${year} and n.taken_back_at is null
        and (n.item_id = ${itemId}::uuid or n.catalog_code = ${code}::text)) as stated`.execute(database);
  const [found] = rows;
  if (found?.published === true) {
    return { code: 'state-refuses', detail: `${year}年“${title}”已有公开的文件，不能说明没有产生。` };
  }
  return found?.stated === true
    ? { code: 'state-refuses', detail: `${year}年“${title}”已经作过说明。` }
    : null;
}

/** The organ states that in a year it made nothing of an item; its column says so from now on (publication.md §12.3). */
export async function stateNothingProduced(
  { change, reaches, caller, now, newId }: ChangeContext,
  ids: OrganIds,
  { year, about, reason }: NothingProducedInput,
): Promise<Result<{ readonly statementId: string }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const at = now();
    const today = civilDateAt(at);
    if (year > yearOf(today)) return err(invalid('/year', `${year}年还没有到，不能说明没有产生。`));
    const subject = await subjectOf(transaction, organ, about, today);
    if (!subject.ok) return subject;
    await oneAtATime(transaction, `nothing produced ${organ.organ_id}`);
    const refused = await refuse(transaction, organ, subject.value, year);
    if (refused !== null) return err(refused);
    const statementId = newId();
    await transaction
      .insertInto('nothing_produced')
      .values({
        region_id: ids.regionId,
        statement_id: statementId,
        organ_id: ids.organId,
        year,
        item_id: subject.value.itemId,
        catalog_code: subject.value.code,
        title: subject.value.title,
        reason,
        stated_by: caller.accountId,
        stated_at: at,
      })
      .execute();
    await announcePublication(transaction);
    return ok({
      value: { statementId },
      subject: `nothing-produced/${statementId}`,
      organPath: organ.path,
      details: {
        year,
        ...(subject.value.code === null
          ? { item: subject.value.itemId ?? '' }
          : { code: subject.value.code }),
      },
    });
  });
}

/** Takes a statement back; it is kept, and no longer shown. */
export async function takeBackNothingProduced(
  { change, reaches, caller, now }: ChangeContext,
  { regionId, organId, statementId }: OrganIds & { readonly statementId: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const taken = await transaction
      .updateTable('nothing_produced')
      .set({ taken_back_by: caller.accountId, taken_back_at: now() })
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .where('statement_id', '=', statementId)
      .where('taken_back_at', 'is', null)
      .returning('statement_id')
      .executeTakeFirst();
    if (taken === undefined) return err({ code: 'not-found' });
    await announcePublication(transaction);
    return ok({ value: null, subject: `nothing-produced/${statementId}`, organPath: organ.path });
  });
}
