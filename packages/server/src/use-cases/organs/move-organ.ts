import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { levelUnder, mayStandUnder, TREE_KINDS } from '@zhaoshi/domain/organ/tree';
import { sql, type Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { lockTree } from './lock-tree.ts';

/** Gives the organ and all below it their new places; who has roles there finds them there with the next call. */
async function movePaths(transaction: Transaction<Schema>, before: string, after: string): Promise<number> {
  const moved = await transaction
    .updateTable('organ')
    .set({ path: sql`${after}::text || substr(path, ${before.length + 1}::integer)` })
    .where(sql<boolean>`path like ${`${before}%`}`)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}

function refusal(organ: OrganRow, parent: OrganRow): Rejection | null {
  if (organ.parent_id === null) {
    return {
      code: 'state-refuses',
      detail: '一级人民政府是本地区的顶端，不能移动。行政区划调整请撤销后在新的隶属关系下设立，并登记承接。',
    };
  }
  if (parent.path.startsWith(organ.path)) {
    return { code: 'invalid', errors: [{ pointer: '/parentId', message: '不能移到自己或自己的下级之下' }] };
  }
  if (!mayStandUnder(organ.kind, parent.kind)) {
    const message = `${TREE_KINDS[organ.kind]}不能设在${TREE_KINDS[parent.kind]}之下`;
    return { code: 'invalid', errors: [{ pointer: '/parentId', message }] };
  }
  return parent.valid_to === null
    ? null
    : { code: 'invalid', errors: [{ pointer: '/parentId', message: '该机关已撤销或即将撤销' }] };
}

/** Moves an organ, with all below it, under another organ of its region. */
export async function moveOrgan(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, organId, parentId }: OrganIds & { readonly parentId: string },
): Promise<Result<OrganRow, Rejection>> {
  return await change(async (transaction) => {
    await lockTree(transaction);
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (organ.version !== expectedVersion) return err({ code: 'stale', current: organ });
    const parent = await findOrgan(transaction, { regionId, organId: parentId });
    if (parent === undefined || !reaches(parent.path)) {
      return err({ code: 'invalid', errors: [{ pointer: '/parentId', message: '没有找到这个机关' }] });
    }
    const refused = refusal(organ, parent);
    if (refused !== null) return err(refused);
    await transaction
      .updateTable('organ')
      .set({
        parent_id: parentId,
        level: levelUnder(organ.kind, parent.level),
        version: expectedVersion + 1,
      })
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .execute();
    const path = `${parent.path}${organId}/`;
    const organs = await movePaths(transaction, organ.path, path);
    await announcePublication(transaction);
    return ok({
      value: {
        ...organ,
        parent_id: parentId,
        level: levelUnder(organ.kind, parent.level),
        path,
        version: expectedVersion + 1,
      },
      subject: `organ/${organId}`,
      organPath: path,
      details: { before: { path: organ.path }, after: { path }, organs },
    });
  });
}
