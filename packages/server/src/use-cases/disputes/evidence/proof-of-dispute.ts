import { type Proof, type ProofSource, proofsOf } from '@zhaoshi/domain/dispute/burden-of-proof';
import { type DisputeGround, groundOf } from '@zhaoshi/domain/dispute/dispute-ground';
import {
  sourceOfDelivery,
  sourceOfEvent,
  sourceOfFile,
  sourceOfLetter,
} from '@zhaoshi/domain/dispute/proof-sources';
import type { Kysely } from 'kysely';
import { findCase } from '../../../db/queries/application-case.ts';
import { type DisputeFileRow, disputeFileRows } from '../../../db/queries/dispute-files.ts';
import type { KeptDispute } from '../../../db/queries/disputes.ts';
import { type DisputedDocument, disputedDocument } from '../../../db/queries/disputes-related.ts';
import type { Schema } from '../../../db/schema.ts';
import { type ShownCase, showCase } from '../../applications/show-case.ts';

/** What must be shown in a dispute, with what it is looked for in. */
export interface DisputeProof {
  readonly ground: DisputeGround;
  readonly proofs: readonly Proof[];
  /** `null`: no application of this place. */
  readonly shown: ShownCase | null;
  readonly document: DisputedDocument | null;
  /** The organ's own evidence among the papers of the dispute. */
  readonly evidence: readonly DisputeFileRow[];
}

/** The consultations of a case in which a third party was asked. */
export const thirdPartiesOf = ({ state }: ShownCase): ReadonlySet<string> =>
  new Set(
    state.consultations
      .filter(({ kind }) => kind === 'thirdPartyConsultation')
      .map(({ consultationId }) => consultationId),
  );

/** Everything that the file of a case can show, without opening anything sealed. */
function sourcesOfCase(shown: ShownCase): readonly (ProofSource | null)[] {
  const { state, events, letters, files, rules } = shown;
  const delivered = new Set(state.letters.flatMap((one) => (one.delivered === null ? [] : [one.letterId])));
  const thirdParties = thirdPartiesOf(shown);
  const places = new Set(state.searchedPlaces);
  const isSearched = places.size >= Math.max(2, rules.caseRules.minimumSearchPlaces);
  return [
    'form',
    'course',
    ...(isSearched ? (['searchPlaces'] as const) : []),
    ...events.map(({ event }) => sourceOfEvent(event, thirdParties)),
    ...letters.flatMap(({ letter_id, kind }) =>
      delivered.has(letter_id) ? [sourceOfLetter(kind), sourceOfDelivery(kind)] : [sourceOfLetter(kind)],
    ),
    ...files.map(({ use }) => sourceOfFile(use)),
    ...(state.draft === null ? [] : (['approval'] as const)),
  ];
}

/** What the organ has to show in a dispute, and what there is of it (法释〔2025〕8号5, 6; applications.md §10). */
export async function proofOfDispute(
  database: Kysely<Schema>,
  dispute: KeptDispute,
  now: Date,
): Promise<DisputeProof> {
  const { regionId, applicationId, documentId } = dispute;
  const row = applicationId === null ? undefined : await findCase(database, { regionId, applicationId });
  const shown = row === undefined ? null : await showCase(database, row, now);
  const document = documentId === null ? null : await disputedDocument(database, regionId, documentId);
  const evidence = (await disputeFileRows(database, dispute)).filter(({ kind }) => kind === 'evidence');
  const there = new Set<ProofSource>();
  for (const source of shown === null ? [] : sourcesOfCase(shown)) if (source !== null) there.add(source);
  if (evidence.length > 0) there.add('ownEvidence');
  if (document !== null && document.publishedAt !== null) there.add('publication');
  const ground = groundOf(dispute.act, shown?.state.result?.outcome ?? null);
  return { ground, proofs: proofsOf(ground, there), shown, document, evidence };
}
