import type { disputeStage } from '@zhaoshi/contract/routes/dispute-fields';
import type { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import type { z } from 'zod';
import { pageOf } from '../../db/page.ts';
import { findCase } from '../../db/queries/application-case.ts';
import { disputeKey, listDisputes, listedOfApplication } from '../../db/queries/dispute-list.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { addStage, editStage, removeStage } from '../../use-cases/disputes/change-stages.ts';
import { contestedOfApplication } from '../../use-cases/disputes/contested-of-application.ts';
import { editDispute, removeDispute } from '../../use-cases/disputes/edit-dispute.ts';
import { type DisputeFields, enterDispute } from '../../use-cases/disputes/enter-dispute.ts';
import { exportEvidence } from '../../use-cases/disputes/evidence/export-evidence.ts';
import { recordLoss } from '../../use-cases/disputes/record-loss.ts';
import { attachmentHeader } from './content-disposition.ts';
import { shownLosses } from './dispute-loss-views.ts';
import { presentRows, shownDispute, shownDisputeAfter, shownProof, shownTableFour } from './dispute-views.ts';
import { type Handlers, presentStale } from './handler.ts';

// The contract has checked that these texts are days.
const day = (text: string | null): CivilDate | null => text as CivilDate | null;

type SentStage = Omit<z.infer<typeof disputeStage>, 'sequence' | 'duties'>;

const stageOf = (sent: SentStage): RegisteredStage => ({
  ...sent,
  acceptedOn: day(sent.acceptedOn),
  decidedOn: day(sent.decidedOn),
  effectiveOn: day(sent.effectiveOn),
  servedOn: day(sent.servedOn),
  answeredOn: day(sent.answeredOn),
  performedOn: day(sent.performedOn),
  opinionOn: day(sent.opinionOn),
  reportedOn: day(sent.reportedOn),
  filedOn: day(sent.filedOn),
  decisionServedOn: day(sent.decisionServedOn),
  decisionReceivedOn: day(sent.decisionReceivedOn),
  performBy: day(sent.performBy),
});

type SentFacts = Omit<z.infer<(typeof disputeRoutes)['edit']['body']>, 'reason'>;

const factsOf = (sent: SentFacts): DisputeFields => ({
  ...sent,
  actOn: day(sent.actOn),
  knownOn: day(sent.knownOn),
});

export const disputeHandlers: Handlers<typeof disputeRoutes> = {
  list: async ({ database, caller, permission }, { query }) => {
    const listed = await listDisputes(database, caller.actor, permission, query);
    const rows = new Map((await presentRows(database, listed)).map((row) => [row.disputeId, row]));
    const { items, nextCursor } = pageOf(listed, query.limit, disputeKey, ({ dispute }) =>
      rows.get(dispute.disputeId),
    );
    return ok({ items: items.flatMap((item) => item ?? []), nextCursor });
  },
  ofApplication: async ({ database, reaches, abilities, now }, { params }) => {
    const row = await findCase(database, params);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    const items = await presentRows(database, await listedOfApplication(database, params));
    const contested = await contestedOfApplication(database, row, now());
    return ok({ items, contested, abilities: abilities(row.path) });
  },
  tableFour: async (context, { params, query: { year } }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const { name: organName, path } = organ;
    const table = await shownTableFour(context, { ...params, path }, year);
    return ok({ ...params, organName, year, ...table, abilities: context.abilities(path) });
  },
  read: async (context, { params }) => {
    const found = await shownDispute(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  losses: async (context, { query }) => ok(await shownLosses(context, query)),
  proof: async (context, { params }) => {
    const proof = await shownProof(context, params);
    return proof === undefined ? err({ code: 'not-found' }) : ok(proof);
  },
  evidence: async (context, { params }) => {
    const exported = await exportEvidence(context, params);
    if (!exported.ok) return exported;
    const { number, content } = exported.value;
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': attachmentHeader(`${number}证据.zip`),
    };
    return ok({ status: 200, headers, body: content });
  },
  recordLoss: async (context, { params, body }) =>
    await shownDisputeAfter(context, params, await recordLoss(context, params, body)),
  enter: (context, { params, body: { stage, ...facts } }) =>
    enterDispute(context, params, { ...factsOf(facts), stage: stageOf(stage) }),
  edit: async (context, { params, body: { reason, ...facts } }) => {
    const done = await editDispute(context, params, { ...factsOf(facts), reason });
    return await shownDisputeAfter(context, params, done);
  },
  addStage: async (context, { params, body }) =>
    await shownDisputeAfter(context, params, await addStage(context, params, stageOf(body))),
  editStage: async (context, { params: { sequence, ...ids }, body: { reason, ...stage } }) => {
    const after = { ...stageOf(stage), reason };
    return await shownDisputeAfter(context, ids, await editStage(context, { ...ids, sequence }, after));
  },
  removeStage: async (context, { params: { sequence, ...ids }, body }) =>
    await shownDisputeAfter(context, ids, await removeStage(context, { ...ids, sequence }, body.reason)),
  remove: async (context, { params, body }) => {
    const done = await removeDispute(context, params, body.reason);
    if (done.ok) return done;
    const now = await shownDispute(context, params);
    return now === undefined ? done : presentStale(done, () => now);
  },
};
