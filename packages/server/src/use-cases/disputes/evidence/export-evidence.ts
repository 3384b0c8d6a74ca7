import type { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { type DisputeGround, groundArticle, groundTitle } from '@zhaoshi/domain/dispute/dispute-ground';
import type { StageKind } from '@zhaoshi/domain/dispute/dispute-results';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { PublicText } from '@zhaoshi/report-files/public-text/public-text';
import { writePublicDocx } from '@zhaoshi/report-files/public-text/write-public-docx';
import { writePublicPdf } from '@zhaoshi/report-files/public-text/write-public-pdf';
import { type DisputeIds, type FoundDispute, findDispute } from '../../../db/queries/disputes.ts';
import type { Services } from '../../../services.ts';
import { areThere, GONE } from '../../applications/case-file/are-there.ts';
import { type BundlePart, fromBytes } from '../../applications/case-file/bundle-part.ts';
import { writeParts } from '../../applications/case-file/write-bundle.ts';
import { showCaseFiles } from '../../applications/show-case-files.ts';
import type { ChangeContext } from '../../context.ts';
import { appendDisputeEvent, lockedDispute } from '../keep-dispute.ts';
import {
  type CatalogueHead,
  type EvidenceGroup,
  evidenceCatalogue,
  groupedEvidence,
  missingEvidence,
} from './evidence-catalogue.ts';
import { evidenceParts } from './evidence-parts.ts';
import { proofOfDispute } from './proof-of-dispute.ts';

type ExportContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

/** As what the organ hands in evidence; above the first instance that hangs on who appealed. */
const STANDINGS: Readonly<Partial<Record<StageKind, string>>> = {
  reconsideration: '被申请人',
  firstInstance: '被告',
};

/** Before whom the case is now, under the number that it was given there. */
function headOf({ dispute, organName }: FoundDispute, ground: DisputeGround, on: Date): CatalogueHead {
  const last = dispute.stages.at(-1);
  const isReconsideration = last?.kind === 'reconsideration';
  const article = groundArticle(ground);
  return {
    organName,
    standing: last === undefined ? '' : (STANDINGS[last.kind] ?? ''),
    tribunal: [isReconsideration ? '复议机关' : '人民法院', last?.tribunal ?? ''],
    number: last?.number ?? '',
    ground: `${groundTitle(ground)}${article === '' ? '' : `（条例${article}）`}`,
    on: civilDateAt(on),
  };
}

/** A text as Word and PDF. */
const bothFiles = (path: string, text: PublicText): BundlePart[] => {
  const part = { title: text.title, on: text.date };
  return [
    { ...part, path: `${path}.docx`, open: async () => fromBytes(await writePublicDocx(text)) },
    { ...part, path: `${path}.pdf`, open: async () => fromBytes(await writePublicPdf(text)) },
  ];
};

const partsOf = (head: CatalogueHead, groups: readonly EvidenceGroup[]): readonly BundlePart[] => [
  ...bothFiles('00-证据目录', evidenceCatalogue(head, groups)),
  ...bothFiles('01-举证核对单（内部）', missingEvidence(head, groups)),
  ...groups.flatMap(({ parts }) =>
    parts.map(({ path, kind, on, open }) => ({ path, title: kind, on, open })),
  ),
];

/** Hands out the evidence of a dispute as one file; trail and history say so before it leaves. */
export async function exportEvidence(
  context: ExportContext,
  ids: DisputeIds,
): Promise<Result<{ readonly number: string; readonly content: Readable }, Rejection>> {
  const { database, services, reaches, now, change } = context;
  const found = await findDispute(database, ids);
  if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
  const at = now();
  const proof = await proofOfDispute(database, found.dispute, at);
  const files =
    proof.shown === null ? [] : await showCaseFiles(database, proof.shown.row, services.secretBox);
  if (!(await areThere(services, [...files, ...proof.evidence.map((row) => ({ row }))]))) return err(GONE);
  const collected = await evidenceParts({ proof, files, database, services, now: at });
  const groups = groupedEvidence(proof.proofs, collected);
  const head = headOf(found, proof.ground, at);
  const parts = partsOf(head, groups);
  const missing = proof.proofs.filter(({ isMissing }) => isMissing).length;
  const noted = await change(async (transaction) => {
    if ((await lockedDispute(transaction, context, ids)) === null) return err({ code: 'not-found' });
    const data = { parts: parts.length, missing };
    await appendDisputeEvent(transaction, context, ids, { type: 'exportEvidence', data, reason: '' });
    return ok({
      value: null,
      subject: `dispute/${ids.disputeId}`,
      organPath: found.path,
      details: data,
    });
  });
  if (!noted.ok) return noted;
  const number = found.dispute.stages.findLast((stage) => stage.number !== '')?.number ?? '';
  return ok({ number, content: writeParts({ registrationNumber: number, exportedAt: at }, parts) });
}
