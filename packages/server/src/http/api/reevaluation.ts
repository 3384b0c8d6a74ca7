import type { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { z } from 'zod';
import { decodeCursor, pageOf } from '../../db/page.ts';
import { caseOrganPath, caseReevaluations, withinReach } from '../../db/queries/reevaluations.ts';
import { openReason, recordReevaluation } from '../../use-cases/reevaluation/record-reevaluation.ts';
import {
  type QueuedReview,
  queueOrder,
  reevaluationsOf,
} from '../../use-cases/reevaluation/reevaluation-queue.ts';
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

const present = (one: QueuedReview) => {
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
    state: due.state,
  };
};

export const reevaluationHandlers: Handlers<typeof reevaluationRoutes> = {
  queue: async ({ database, caller, permission, now }, { query }) => {
    const { cursor, limit, organId, stage } = query;
    const today = civilDateAt(now());
    const all = await reevaluationsOf(database, withinReach(caller.actor, permission, organId), today);
    const after = decodeCursor(cursor, z.tuple([z.string()]))?.[0] ?? '';
    const wanted = all.filter(
      (one) => (stage === 'all' || one.due.state !== 'later') && queueOrder(one) > after,
    );
    return ok(pageOf(wanted.slice(0, limit + 1), limit, (one) => [queueOrder(one)], present));
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
  record: (context, { params, body }) =>
    // The contract has checked that these texts are days.
    recordReevaluation(context, params, {
      ...body,
      on: body.on as CivilDate,
      nextOn: body.nextOn as CivilDate | null,
    }),
};
