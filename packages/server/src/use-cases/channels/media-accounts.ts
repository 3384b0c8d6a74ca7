import type { Rejection } from '@zhaoshi/contract/problems';
import type { MediaKind } from '@zhaoshi/domain/disclosure/channels/new-media';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findMediaAccount, type MediaIds } from '../../db/queries/new-media.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';

/** Registers an account of new media of an organ (publication.md §12). */
export async function registerMediaAccount(
  { change, reaches, newId }: ChangeContext,
  given: OrganIds & { readonly kind: MediaKind; readonly name: string; readonly address: string },
): Promise<Result<{ readonly mediaId: string }, Rejection>> {
  const { regionId, organId, kind, name, address } = given;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const mediaId = newId();
    await transaction
      .insertInto('media_account')
      .values({
        region_id: regionId,
        media_id: mediaId,
        organ_id: organId,
        kind,
        name,
        address,
        closed_on: null,
      })
      .execute();
    return ok({
      value: { mediaId },
      subject: `mediaAccount/${mediaId}`,
      organPath: organ.path,
      details: { after: { kind, name } },
    });
  });
}

/** Changes an account, or notes that it was given up. */
export async function editMediaAccount(
  { change, reaches, expectedVersion, now }: ChangeContext,
  given: MediaIds & { readonly name: string; readonly address: string; readonly isClosed: boolean },
): Promise<Result<MediaIds, Rejection>> {
  const { regionId, mediaId, name, address, isClosed } = given;
  const ids = { regionId, mediaId };
  return await change(async (transaction) => {
    const row = await findMediaAccount(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    // A stored civil date.
    const closedOn = isClosed ? ((row.closed_on as CivilDate | null) ?? civilDateAt(now())) : null;
    const { numUpdatedRows } = await transaction
      .updateTable('media_account')
      .set({ name, address, closed_on: closedOn, version: row.version + 1 })
      .where('region_id', '=', regionId)
      .where('media_id', '=', mediaId)
      .where('version', '=', expectedVersion)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return err({ code: 'stale', current: ids });
    return ok({
      value: ids,
      subject: `mediaAccount/${mediaId}`,
      organPath: row.path,
      details: { before: { name: row.name, isClosed: row.closed_on !== null }, after: { name, isClosed } },
    });
  });
}
