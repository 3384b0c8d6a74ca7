import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { rolesInForce } from '@zhaoshi/domain/permission/can';
import { type JustifiedFinding, refuseFindings } from '@zhaoshi/domain/village/refuse-findings';
import { shownUntil } from '@zhaoshi/domain/village/showing';
import type { VillageItem } from '@zhaoshi/domain/village/village-items';
import {
  contentFaults,
  type PostKind,
  periodFaults,
  postPieces,
  subjectFaults,
} from '@zhaoshi/domain/village/village-post';
import type { Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { lockPost, type PostIds } from '../../db/queries/village-posts.ts';
import { keysOfVillage } from '../../db/queries/villages.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { drawInPhotos, NOT_LOOKED } from './village-photos.ts';

/** What is posted, as it was sent. */
export interface SentPost {
  readonly kind: PostKind;
  readonly subject: string;
  readonly body: string;
  readonly photoFileIds: readonly string[];
  readonly hasLooked: boolean;
  readonly committeeSigner: string;
  readonly supervisorSigner: string;
  readonly justified: readonly JustifiedFinding[];
}

export interface SentPeriod {
  readonly item: VillageItem;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Everything against the content of a post: what it lacks, what the scan found, pictures nobody looked at. */
function contentErrors({ caller, now }: ChangeContext, sent: SentPost): readonly FieldError[] {
  const { photoFileIds, hasLooked, justified } = sent;
  const { kind, subject, body } = sent;
  const content = { kind, subject, body, photos: photoFileIds.length };
  const found = scanText(postPieces(content), { today: civilDateAt(now()) });
  return [
    ...contentFaults(content),
    ...refuseFindings(found, justified, rolesInForce(caller.actor)),
    ...(photoFileIds.length > 0 && !hasLooked ? [NOT_LOOKED] : []),
  ];
}

interface EditionOf extends PostIds {
  readonly organId: string;
  readonly edition: number;
  readonly reason: string;
}

/** Writes an edition with its pictures; it is public with the commit. */
async function insertEdition(
  transaction: Transaction<Schema>,
  context: ChangeContext,
  { regionId, postId, organId, edition, reason }: EditionOf,
  sent: SentPost,
): Promise<Result<null, Rejection>> {
  const { caller, now } = context;
  const today = civilDateAt(now());
  await transaction
    .insertInto('village_post_edition')
    .values({
      region_id: regionId,
      post_id: postId,
      edition,
      organ_id: organId,
      kind: sent.kind,
      subject: sent.subject,
      body: sent.body,
      visible_from: today,
      visible_until: shownUntil(today),
      committee_signer: sent.committeeSigner,
      supervisor_signer: sent.supervisorSigner,
      reason,
      justified: JSON.stringify(sent.justified),
      posted_by: caller.accountId,
      posted_at: now(),
    })
    .execute();
  const drawn = await drawInPhotos(
    transaction,
    context,
    { regionId, postId, organId, edition },
    sent.photoFileIds.map((fileId, index) => ({ fileId, place: index + 1, boardOn: null })),
  );
  if (!drawn.ok) return drawn;
  const keys = await keysOfVillage(transaction, { region_id: regionId, organ_id: organId });
  await announcePublication(transaction, keys);
  return ok(null);
}

const NO_VILLAGE: Rejection = {
  code: 'state-refuses',
  detail: '村务由村（居）民委员会公布，本机关不公布村务。请切换到所任职的村。',
};

/** Posts what a village owes or wants to tell; what holds personal data is not posted until masked or justified. */
export async function postVillage(
  context: ChangeContext,
  ids: OrganIds,
  { item, from, to, ...sent }: SentPeriod & SentPost,
): Promise<Result<{ readonly postId: string }, Rejection>> {
  const { change, reaches, now, newId } = context;
  const { regionId, organId } = ids;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (organ.kind !== 'village') return err(NO_VILLAGE);
    const errors = [
      ...periodFaults(item, { from, to }, civilDateAt(now())),
      ...subjectFaults(item, sent.subject),
      ...contentErrors(context, sent),
    ];
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const postId = newId();
    await transaction
      .insertInto('village_post')
      .values({
        region_id: regionId,
        post_id: postId,
        organ_id: organId,
        item,
        period_from: from,
        period_to: to,
      })
      .execute();
    const edition = { regionId, postId, organId, edition: 1, reason: '' };
    const done = await insertEdition(transaction, context, edition, sent);
    if (!done.ok) return done;
    return ok({
      value: { postId },
      subject: `villagePost/${postId}`,
      organPath: organ.path,
      details: { after: { item, from, to, kind: sent.kind, justified: sent.justified.length } },
    });
  });
}

/** Posts a corrected edition in the place of the one that is shown; the earlier one is kept and not shown any more. */
export async function correctVillagePost(
  context: ChangeContext,
  ids: PostIds,
  { reason, ...sent }: SentPost & { readonly reason: string },
): Promise<Result<PostIds, Rejection>> {
  const { change, reaches, expectedVersion } = context;
  return await change(async (transaction) => {
    const row = await lockPost(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.edition !== expectedVersion) return err({ code: 'stale', current: ids });
    const errors = [...subjectFaults(row.item, sent.subject), ...contentErrors(context, sent)];
    if (errors.length > 0) return err({ code: 'invalid', errors: [...errors] });
    const edition = row.edition + 1;
    await transaction
      .updateTable('village_post')
      .set({ edition })
      .where('region_id', '=', ids.regionId)
      .where('post_id', '=', ids.postId)
      .execute();
    const next = { ...ids, organId: row.organ_id, edition, reason };
    const done = await insertEdition(transaction, context, next, sent);
    if (!done.ok) return done;
    return ok({
      value: ids,
      subject: `villagePost/${ids.postId}`,
      organPath: row.path,
      details: {
        before: { edition: row.edition, kind: row.kind },
        after: { edition, kind: sent.kind, justified: sent.justified.length },
      },
    });
  });
}
