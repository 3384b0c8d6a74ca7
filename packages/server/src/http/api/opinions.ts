import type { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { opinionFigures } from '@zhaoshi/domain/opinion/opinion-figures';
import { z } from 'zod';
import { cursorMoment, decodeCursor, pageOf } from '../../db/page.ts';
import { sourcesWithin } from '../../db/queries/opinions.ts';
import {
  editOpinion,
  linkDocument,
  recordRelease,
  removeRelease,
  takeStep,
} from '../../use-cases/opinion/act-on-opinion.ts';
import { enterOpinion } from '../../use-cases/opinion/enter-opinion.ts';
import { findOpinions, keyOfOpinion, standingsOfYear } from '../../use-cases/opinion/find-opinions.ts';
import {
  importOpinions,
  opinionsToMend,
  writeOpinionTemplate,
} from '../../use-cases/opinion/import-opinions.ts';
import { addSource, endSource } from '../../use-cases/opinion/opinion-sources.ts';
import { madeFile } from './file-answer.ts';
import type { Handlers } from './handler.ts';
import { presentOpinion, shownAfterAct, shownOpinion } from './opinion-views.ts';
import { uploadedBytes } from './uploaded-bytes.ts';

/** Five hundred rows need a tenth of it. */
const MOST_BYTES = 2 * 1024 * 1024;

const position = z.tuple([cursorMoment, z.uuid()]);

interface SentFields {
  readonly foundAt: string;
  readonly occurredAt: string | null;
}

/** Moments as moments. */
const withMoments = <Sent extends SentFields>({ foundAt, occurredAt, ...rest }: Sent) => ({
  ...rest,
  foundAt: new Date(foundAt),
  occurredAt: occurredAt === null ? null : new Date(occurredAt),
});

export const opinionHandlers: Handlers<typeof opinionRoutes> = {
  list: async (context, { query: { cursor, limit, ...question } }) => {
    const after = decodeCursor(cursor, position);
    const rows = await findOpinions(context, question, { after, limit });
    return ok(
      pageOf(rows, limit, keyOfOpinion, ({ row, rules }) => presentOpinion(row, rules, context.now())),
    );
  },
  figures: async (context, { query: { year } }) => {
    const events = await standingsOfYear(context, year);
    const names = new Map(events.map(({ organId, organName }) => [organId, organName]));
    const lines = opinionFigures(events).map((figures) => ({
      ...figures,
      organName: names.get(figures.organId) ?? '',
    }));
    return ok({ year, lines });
  },
  read: async (context, { params }) => {
    const found = await shownOpinion(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  enter: (context, { params, body }) => enterOpinion(context, params, withMoments(body)),
  importTemplate: async () => ok(madeFile('政务舆情导入表', 'xlsx', await writeOpinionTemplate())),
  importSheet: async (context, { params }) => {
    const bytes = await uploadedBytes(context, MOST_BYTES);
    return bytes.ok ? await importOpinions(context, params, bytes.value) : bytes;
  },
  importFailures: async (context, { params }) => {
    const bytes = await uploadedBytes(context, MOST_BYTES);
    if (!bytes.ok) return bytes;
    const sheet = await opinionsToMend(context, params, bytes.value);
    return sheet.ok ? ok(madeFile('需要修改的政务舆情', 'xlsx', sheet.value)) : sheet;
  },
  edit: async (context, { params, body }) =>
    await shownAfterAct(context, params, await editOpinion(context, params, withMoments(body))),
  step: async (context, { params, body }) =>
    await shownAfterAct(context, params, await takeStep(context, params, body)),
  release: async (context, { params, body }) => {
    const given = { ...body, releasedAt: new Date(body.releasedAt) };
    return await shownAfterAct(context, params, await recordRelease(context, params, given));
  },
  removeRelease: async (context, { params, body }) =>
    await shownAfterAct(context, params, await removeRelease(context, params, body.reason)),
  linkDocument: async (context, { params, body }) =>
    await shownAfterAct(context, params, await linkDocument(context, params, body.isLinked)),
  sources: async ({ database, caller, permission }) => {
    const rows = await sourcesWithin(database, caller.actor, permission);
    const items = rows.map((row) => ({
      regionId: row.region_id,
      organId: row.organ_id,
      sourceId: row.source_id,
      organName: row.organ_name,
      name: row.name,
      createdAt: row.created_at.toISOString(),
      receivedAt: row.received_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
    }));
    return ok({ items });
  },
  addSource: (context, { params, body }) => addSource(context, params, body.name),
  endSource: (context, { params }) => endSource(context, params),
};
