import type { Rejection } from '@zhaoshi/contract/problems';
import type { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { rowOfDecision } from '@zhaoshi/domain/application/amendment-decision';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LETTER_KINDS } from '@zhaoshi/domain/letter/letter-kinds';
import { pageOf } from '../../db/page.ts';
import {
  type AmendmentIds,
  type AmendmentRow,
  amendmentFiles,
  amendmentLetter,
  findAmendment,
  listAmendments,
} from '../../db/queries/record-amendments.ts';
import { isNumberedBySystem } from '../../use-cases/applications/letter-number.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { fileFacts } from '../../use-cases/files/sealed-file.ts';
import {
  type KeptDecision,
  openDecision,
  openRequest,
} from '../../use-cases/record-amendments/amendment-seal.ts';
import {
  amendmentSettings,
  decideOnAmendment,
  pointerOfPart,
  sourceOfDecision,
  tryAmendmentLetter,
} from '../../use-cases/record-amendments/decide-amendment.ts';
import { deliverAmendment } from '../../use-cases/record-amendments/deliver-amendment.ts';
import { exportAmendment } from '../../use-cases/record-amendments/export-amendment.ts';
import { registerAmendment } from '../../use-cases/record-amendments/register-amendment.ts';
import { attachmentHeader } from './content-disposition.ts';
import { sendFile } from './file-bytes.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';
import { caseLetterAsFile } from './letter-as-file.ts';
import { presentLetter } from './present-letter.ts';

/** A request within reach; `undefined` looks the same as none. */
async function reached(context: ReadContext, ids: AmendmentIds): Promise<AmendmentRow | undefined> {
  const row = await findAmendment(context.database, ids);
  return row !== undefined && context.reaches(row.path) ? row : undefined;
}

/** What lists show. */
const presentDates = (row: AmendmentRow, today: CivilDate) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  amendmentId: row.amendment_id,
  organName: row.organ_name,
  number: row.receipt_number,
  status: row.status,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  isProvisional: row.is_provisional,
  isOverdue: row.status === 'received' && row.due_on < today,
  decidedOn: row.decided_on,
});

async function presentSent(
  { database, services }: ReadContext,
  ids: AmendmentIds,
  { deliveries = [] }: Pick<KeptDecision, 'deliveries'>,
) {
  const row = await amendmentLetter(database, ids);
  if (row === undefined) return null;
  const letter = openLetter(services.secretBox, row);
  return {
    deliveries: deliveries.map((one) => ({ ...one })),
    kind: row.kind,
    title: letter.title,
    documentNumber: row.document_number,
    issuedOn: row.issued_on,
    seenAt: row.seen_at?.toISOString() ?? null,
    blocks: presentLetter(letter),
  };
}

async function present(context: ReadContext, row: AmendmentRow) {
  const { database, services, now } = context;
  const ids = { regionId: row.region_id, amendmentId: row.amendment_id };
  const box = services.secretBox;
  const { name, identityNumber, phone, record, fault } = openRequest(box, row);
  const files = await amendmentFiles(database, ids);
  const kept = openDecision(box, row);
  const settings = await amendmentSettings(database, row);
  return {
    ...presentDates(row, civilDateAt(now())),
    channel: row.channel,
    request: { name, identityNumber, phone, record, fault },
    files: files.map((file) => ({
      fileId: file.file_id,
      name: fileFacts(box, file).name,
      mediaType: file.media_type,
      size: file.size,
    })),
    decision: kept && {
      decision: kept.decision,
      on: row.decided_on ?? '',
      by: row.decided_by_name ?? '',
      texts: { ...kept.texts },
    },
    letter: await presentSent(context, ids, kept ?? {}),
    isNumberTyped: !isNumberedBySystem({ rules: { settings } }),
    version: row.version,
    abilities: context.abilities(row.path),
  };
}

/** The request after a change, or as somebody else changed it meanwhile. */
async function presentChanged(context: ReadContext, ids: AmendmentIds, result: Result<unknown, Rejection>) {
  const row = await findAmendment(context.database, ids);
  if (row === undefined) return err<Rejection>({ code: 'not-found' });
  const shown = await present(context, row);
  return result.ok ? ok(shown) : presentStale<never>(result, () => shown);
}

export const recordAmendmentHandlers: Handlers<typeof recordAmendmentRoutes> = {
  list: async ({ database, caller, permission, now }, { query }) => {
    const today = civilDateAt(now());
    const rows = await listAmendments(database, caller.actor, permission, { ...query, today });
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.received_on, row.amendment_id],
        (row) => presentDates(row, today),
      ),
    );
  },
  // The contract has checked that this text is a day.
  register: (context, { params, body }) =>
    registerAmendment(context, { ...params, ...body, receivedOn: body.receivedOn as CivilDate }),
  read: async (context, { params }) => {
    const row = await reached(context, params);
    return row === undefined ? err({ code: 'not-found' }) : ok(await present(context, row));
  },
  file: async (context, { params }) => {
    const row = await reached(context, params);
    const files = row === undefined ? [] : await amendmentFiles(context.database, params);
    const file = files.find(({ file_id }) => file_id === params.fileId);
    return file === undefined ? err({ code: 'not-found' }) : await sendFile(context, file);
  },
  preview: async (context, { params, body }) => {
    const row = await reached(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const { documentNumber = '', ...texts } = body.texts;
    // The contract has checked that this text is a day.
    const command = { decision: body.decision, on: body.on as CivilDate, texts };
    const source = await sourceOfDecision(context.database, row, command, context.services);
    const letter = await tryAmendmentLetter(context.database, source, documentNumber);
    const { letter: kind } = rowOfDecision(body.decision);
    return ok({
      kind,
      title: LETTER_KINDS[kind].title,
      to: LETTER_KINDS[kind].to,
      letter: letter.ok ? presentLetter(letter.value) : null,
      missing: letter.ok
        ? []
        : letter.error.map(({ key, label, words }) => ({ key, label, words, pointer: pointerOfPart(key) })),
    });
  },
  decide: async (context, { params, body }) => {
    const { documentNumber = '', ...texts } = body.texts;
    // The contract has checked that this text is a day.
    const command = { decision: body.decision, on: body.on as CivilDate, texts };
    const result = await decideOnAmendment(context, params, { command, documentNumber });
    return await presentChanged(context, params, result);
  },
  deliver: async (context, { params, body }) => {
    // The contract has checked that this text is a day.
    const delivery = { ...body, on: body.on as CivilDate };
    return await presentChanged(context, params, await deliverAmendment(context, params, delivery));
  },
  caseFile: async (context, { params }) => {
    const exported = await exportAmendment(context, params);
    if (!exported.ok) return exported;
    const { number, content } = exported.value;
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': attachmentHeader(`${number}案卷.zip`),
    };
    return ok({ status: 200, headers, body: content });
  },
  letterFile: async (context, { params, query }) => {
    const row = await reached(context, params);
    const found = row === undefined ? undefined : await amendmentLetter(context.database, params);
    if (found === undefined) return err({ code: 'not-found' });
    return ok(await caseLetterAsFile(openLetter(context.services.secretBox, found), query.format));
  },
};
