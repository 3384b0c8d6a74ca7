import type { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { z } from 'zod';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { decodeCursor, pageOf } from '../../db/page.ts';
import type { TriggerRow } from '../../db/queries/reevaluation-triggers.ts';
import { caseOrganPath, caseReevaluations, withinReach } from '../../db/queries/reevaluations.ts';
import { openReason, recordReevaluation } from '../../use-cases/reevaluation/record-reevaluation.ts';
import {
  type QueuedReview,
  queueOrder,
  reevaluationsOf,
} from '../../use-cases/reevaluation/reevaluation-queue.ts';
import { openTriggerWords, stateTrigger } from '../../use-cases/reevaluation/state-trigger.ts';
import type { Handlers } from './handler.ts';

const aboutOf = ({ about }: QueuedReview) =>
  about.kind === 'document'
    ? { kind: about.kind, documentId: about.row.document_id, title: about.row.title }
    : {
        kind: about.kind,
        applicationId: about.row.application_id,
        registrationNumber: about.row.registration_number,
        summary: about.row.summary,
        outcome: about.row.outcome,
      };

/** Why it is looked at again, in the words of who stated it or naming what was found. */
function wordsOf(box: SecretBox, trigger: TriggerRow): string {
  const { trigger_id, source, sealed, registration_number, title, kind } = trigger;
  if (source === 'application') return `申请 ${registration_number ?? ''} 申请了相似的信息`;
  if (source === 'document') {
    return kind === 'lawChanged'
      ? `已公开${inBookMarks(title ?? '')}，修改、废止了依据的文件`
      : `已公开${inBookMarks(title ?? '')}`;
  }
  return sealed === null ? '' : openTriggerWords(box, { trigger_id, sealed });
}

const present = (box: SecretBox, one: QueuedReview) => {
  const { about, due } = one;
  return {
    regionId: about.row.region_id,
    organId: about.row.organ_id,
    organName: about.row.organ_name,
    about: aboutOf(one),
    // Stored civil dates.
    withheldOn: about.row.withheld_on as CivilDate,
    lastReviewedOn: about.row.last_reviewed_on as CivilDate | null,
    dueOn: due.dueOn,
    reason: due.reason,
    trigger: due.trigger,
    triggers: one.triggers.map((row) => ({
      kind: row.kind,
      // A stored civil date.
      on: row.happened_on as CivilDate,
      words: wordsOf(box, row),
    })),
    state: due.state,
  };
};

export const reevaluationHandlers: Handlers<typeof reevaluationRoutes> = {
  queue: async ({ database, caller, permission, now, services }, { query }) => {
    const { cursor, limit, organId, stage } = query;
    const today = civilDateAt(now());
    const all = await reevaluationsOf(database, withinReach(caller.actor, permission, organId), today);
    const after = decodeCursor(cursor, z.tuple([z.string()]))?.[0] ?? '';
    const wanted = all.filter(
      (one) => (stage === 'all' || one.due.state !== 'later') && queueOrder(one) > after,
    );
    return ok(
      pageOf(
        wanted.slice(0, limit + 1),
        limit,
        (one) => [queueOrder(one)],
        (one) => present(services.secretBox, one),
      ),
    );
  },
  ofCase: async ({ database, reaches, services }, { params }) => {
    const path = await caseOrganPath(database, params);
    if (path === undefined || !reaches(path)) return err({ code: 'not-found' });
    const rows = await caseReevaluations(database, params);
    const items = rows.map((row) => ({
      // Stored civil dates.
      reviewedOn: row.reviewed_on as CivilDate,
      keeps: row.keeps,
      nextOn: row.next_on as CivilDate | null,
      reason: openReason(services.secretBox, row),
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.display_name,
    }));
    return ok({ items });
  },
  stateTrigger: (context, { params, body }) =>
    // The contract has checked that the text is a day.
    stateTrigger(context, params, { ...body, on: body.on as CivilDate }),
  record: (context, { params, body }) =>
    // The contract has checked that these texts are days.
    recordReevaluation(context, params, {
      ...body,
      on: body.on as CivilDate,
      nextOn: body.nextOn as CivilDate | null,
    }),
};
