import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { OpinionLevel, OpinionStep, ReleaseKind } from '@zhaoshi/domain/opinion/opinion';
import type { EnteredOpinion } from '@zhaoshi/domain/opinion/opinion-sheet';
import { refuseStep, releaseFaults, timeFaults } from '@zhaoshi/domain/opinion/steps';
import { applicationOfficers } from '../../db/queries/application-officers.ts';
import { factsOf, type OpinionIds, type OpinionRow } from '../../db/queries/opinions.ts';
import type { ChangeContext } from '../context.ts';
import { appendOpinionEvent, seenOpinion, touchOpinion } from './keep-opinion.ts';

type Done = Promise<Result<OpinionIds, Rejection>>;

const invalid = (errors: readonly FieldError[]): Rejection => ({ code: 'invalid', errors });

const changeOf = (row: OpinionRow, ids: OpinionIds, details: { readonly after: Record<string, string> }) => ({
  value: ids,
  subject: `opinion/${ids.opinionId}`,
  organPath: row.path,
  details,
});

/** Takes the next step of the chain, with what was thought. */
export async function takeStep(
  context: ChangeContext,
  ids: OpinionIds,
  { to, note }: { readonly to: OpinionStep; readonly note: string },
): Done {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenOpinion(transaction, context, ids);
    if (!seen.ok) return seen;
    const faults = refuseStep(factsOf(seen.value), to, note);
    const onStep = faults.filter((fault) => fault.on === 'step');
    if (onStep.length > 0) {
      return err({ code: 'state-refuses', detail: onStep.map(({ words }) => words).join('') });
    }
    if (faults.length > 0)
      return err(invalid(faults.map(({ words }) => ({ pointer: '/note', message: words }))));
    const data = { before: seen.value.step, after: to };
    await touchOpinion(transaction, seen.value, { step: to });
    const event = { type: 'step', data, note, by: caller.accountId, at: now() } as const;
    await appendOpinionEvent(transaction, ids, event);
    return ok(changeOf(seen.value, ids, { after: { step: to } }));
  });
}

export interface EditedOpinion extends EnteredOpinion {
  readonly ownerId: string | null;
  readonly reason: string;
}

/** Whether the clocks of an event are moved by what is said now. */
const movesClocks = (
  row: OpinionRow,
  { level, foundAt, occurredAt }: { level: OpinionLevel; foundAt: Date; occurredAt: Date | null },
): boolean =>
  level !== row.level ||
  foundAt.getTime() !== row.found_at.getTime() ||
  occurredAt?.getTime() !== row.occurred_at?.getTime();

/** Changes what is known of an event; what moves its clocks only with a reason. */
export async function editOpinion(
  context: ChangeContext,
  ids: OpinionIds,
  { ownerId, reason, ...given }: EditedOpinion,
): Done {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenOpinion(transaction, context, ids);
    if (!seen.ok) return seen;
    const row = seen.value;
    const errors = timeFaults(given, now()).map(({ field, words }) => ({
      pointer: `/${field}`,
      message: words,
    }));
    if (movesClocks(row, given) && reason === '') {
      errors.push({ pointer: '/reason', message: '改动级别、发生时间或者发现时间会改变时限，请写明理由。' });
    }
    if (ownerId !== null && ownerId !== row.owner_id) {
      const place = { regionId: row.region_id, organId: row.organ_id };
      const officers = await applicationOfficers(transaction, place);
      if (!officers.some(({ accountId }) => accountId === ownerId)) {
        errors.push({ pointer: '/ownerId', message: '负责人应当是本机关的工作人员。' });
      }
    }
    if (errors.length > 0) return err(invalid(errors));
    const { title, level, foundAt, occurredAt, platform, link, summary } = given;
    await touchOpinion(transaction, row, {
      title,
      level,
      platform,
      link,
      summary,
      found_at: foundAt,
      occurred_at: occurredAt,
      owner_id: ownerId,
    });
    const data = {
      before: { level: row.level, foundAt: row.found_at, occurredAt: row.occurred_at },
      after: { level, foundAt, occurredAt },
    };
    const event = { type: 'edit', data, note: reason, by: caller.accountId, at: now() } as const;
    await appendOpinionEvent(transaction, ids, event);
    return ok(changeOf(row, ids, { after: { level } }));
  });
}

export interface EnteredRelease {
  readonly kind: ReleaseKind;
  readonly releasedAt: Date;
  readonly channel: string;
  readonly link: string;
  readonly note: string;
}

/** Records what was given out; possible at every step, for it has happened. */
export async function recordRelease(context: ChangeContext, ids: OpinionIds, given: EnteredRelease): Done {
  const { change, caller, now, newId } = context;
  const { kind, releasedAt, channel, link, note } = given;
  return await change(async (transaction) => {
    const seen = await seenOpinion(transaction, context, ids);
    if (!seen.ok) return seen;
    const faults = releaseFaults(releasedAt, factsOf(seen.value), now());
    if (faults.length > 0) {
      return err(invalid(faults.map(({ words }) => ({ pointer: '/releasedAt', message: words }))));
    }
    const [by, at] = [caller.accountId, now()];
    const releaseId = newId();
    await transaction
      .insertInto('opinion_release')
      .values({
        region_id: ids.regionId,
        opinion_id: ids.opinionId,
        release_id: releaseId,
        kind,
        channel,
        link,
        note,
        released_at: releasedAt,
        entered_by: by,
        entered_at: at,
      })
      .execute();
    await touchOpinion(transaction, seen.value);
    const data = { releaseId, kind, releasedAt };
    await appendOpinionEvent(transaction, ids, { type: 'release', data, note: '', by, at });
    return ok(changeOf(seen.value, ids, { after: { kind } }));
  });
}

/** Takes out a release that was entered by mistake, with the reason. */
export async function removeRelease(
  context: ChangeContext,
  { releaseId, ...ids }: OpinionIds & { readonly releaseId: string },
  reason: string,
): Done {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenOpinion(transaction, context, ids);
    if (!seen.ok) return seen;
    const removed = await transaction
      .deleteFrom('opinion_release')
      .where('region_id', '=', ids.regionId)
      .where('opinion_id', '=', ids.opinionId)
      .where('release_id', '=', releaseId)
      .returning(['kind', 'released_at'])
      .executeTakeFirst();
    if (removed === undefined) return err({ code: 'not-found' });
    await touchOpinion(transaction, seen.value);
    const data = { releaseId, kind: removed.kind, releasedAt: removed.released_at };
    const event = { type: 'removeRelease', data, note: reason, by: caller.accountId, at: now() } as const;
    await appendOpinionEvent(transaction, ids, event);
    return ok(changeOf(seen.value, ids, { after: { kind: removed.kind } }));
  });
}

/** Says that a document answers the event, or no longer; it goes through the review of all documents. */
export async function linkDocument(
  context: ChangeContext,
  { documentId, ...ids }: OpinionIds & { readonly documentId: string },
  isLinked: boolean,
): Done {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenOpinion(transaction, context, ids);
    if (!seen.ok) return seen;
    const key = { region_id: ids.regionId, opinion_id: ids.opinionId, document_id: documentId };
    const document = await transaction
      .selectFrom('document')
      .select('organ_id')
      .where('region_id', '=', ids.regionId)
      .where('document_id', '=', documentId)
      .executeTakeFirst();
    if (document?.organ_id !== seen.value.organ_id) return err({ code: 'not-found' });
    if (isLinked) {
      await transaction
        .insertInto('opinion_document')
        .values({ ...key, linked_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else {
      await transaction
        .deleteFrom('opinion_document')
        .where('region_id', '=', key.region_id)
        .where('opinion_id', '=', key.opinion_id)
        .where('document_id', '=', documentId)
        .execute();
    }
    await touchOpinion(transaction, seen.value);
    const type = isLinked ? 'linkDocument' : 'unlinkDocument';
    await appendOpinionEvent(transaction, ids, {
      type,
      data: { documentId },
      note: '',
      by: caller.accountId,
      at: now(),
    });
    return ok(changeOf(seen.value, ids, { after: { document: documentId } }));
  });
}
