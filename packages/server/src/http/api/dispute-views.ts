import type { Rejection } from '@zhaoshi/contract/problems';
import { PROOF_SOURCES } from '@zhaoshi/domain/dispute/burden-of-proof';
import { groundArticle, groundTitle } from '@zhaoshi/domain/dispute/dispute-ground';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely } from 'kysely';
import { type ListedDispute, listedByIds } from '../../db/queries/dispute-list.ts';
import { lossOf } from '../../db/queries/dispute-losses.ts';
import { type DisputeIds, findDispute, type KeptDispute } from '../../db/queries/disputes.ts';
import { disputedDocument, historyOf, relatedIds } from '../../db/queries/disputes-related.ts';
import { newRepliesOf } from '../../db/queries/new-replies.ts';
import type { Schema } from '../../db/schema.ts';
import { openDispute } from '../../use-cases/disputes/dispute-seal.ts';
import { disputedSilence } from '../../use-cases/disputes/disputed-silence.ts';
import { dutyRulesOf } from '../../use-cases/disputes/duty-rules.ts';
import { proofOfDispute } from '../../use-cases/disputes/evidence/proof-of-dispute.ts';
import {
  type CountedOrgan,
  disputeCounting,
  tableFourFigures,
} from '../../use-cases/disputes/table-four-figures.ts';
import { type ReadContext, shownAfter } from './handler.ts';
import { presentDispute, presentDisputeRow } from './present-dispute.ts';

/** Rows as lists show them, each by the rules of its organ. */
export async function presentRows(database: Kysely<Schema>, listed: readonly ListedDispute[]) {
  const rulesFor = await dutyRulesOf(database, listed);
  return listed.map((one) => presentDisputeRow(one, rulesFor(one)));
}

/** A dispute within reach on its page; `undefined` looks the same as none. */
export async function shownDispute(context: ReadContext, ids: DisputeIds) {
  const { database, reaches, abilities, now, services } = context;
  const found = await findDispute(database, ids);
  if (found === undefined || !reaches(found.path)) return undefined;
  const { dispute, path, sealed } = found;
  const today = civilDateAt(now());
  const allowed = abilities(path);
  const others = await relatedIds(database, { ...ids, precedingId: dispute.precedingId });
  const listed = await listedByIds(database, ids.regionId, [ids.disputeId, ...others]);
  const own = listed.find((one) => one.dispute.disputeId === ids.disputeId);
  if (own === undefined) return undefined;
  const { rules } = await disputeCounting(database, { path }, yearOf(today), now());
  const { applicationId, documentId } = dispute;
  const cases = applicationId === null ? [] : [{ regionId: ids.regionId, applicationId }];
  const shown = {
    listed: own,
    related: listed.filter((one) => one !== own),
    history: await historyOf(database, ids),
    // Whoever may see applicants may see the other party, who mostly is one.
    words: allowed.includes('application.readApplicant')
      ? openDispute(services.secretBox, ids.disputeId, sealed)
      : null,
    duties: (await dutyRulesOf(database, [own]))(own),
    newReplies: await newRepliesOf(database, cases),
    document: documentId === null ? null : await disputedDocument(database, ids.regionId, documentId),
    silence: await disputedSilence(database, dispute, now()),
    loss: (await lossOf(database, ids)) ?? null,
    rules,
    today,
  };
  return presentDispute(shown, allowed);
}

/** The dispute as it is after a change, and with a stale one as it is now. */
export async function shownDisputeAfter(
  context: ReadContext,
  ids: DisputeIds,
  done: Result<DisputeIds, Rejection>,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof shownDispute>>>, Rejection>> {
  return shownAfter(done, await shownDispute(context, ids));
}

/** Table four of an organ with the rows of its cells, each dispute read once. */
export async function shownTableFour({ database, now }: ReadContext, organ: CountedOrgan, year: number) {
  const { cells, coDefendant, directRefusals, counting } = await tableFourFigures(
    database,
    organ,
    year,
    now(),
  );
  const counted = cells.flatMap(({ disputes }) => disputes.map(({ dispute }) => dispute));
  const ids = new Set([...counted, ...coDefendant].map(({ disputeId }) => disputeId));
  const rows = await presentRows(database, await listedByIds(database, organ.regionId, [...ids]));
  const byId = new Map(rows.map((row) => [row.disputeId, row]));
  const rowsOf = (disputes: readonly KeptDispute[]) =>
    disputes.flatMap(({ disputeId }) => byId.get(disputeId) ?? []);
  return {
    upTo: counting.upTo,
    cells: cells.map(({ cell, value, disputes }) => ({
      cell,
      value,
      disputes: rowsOf(disputes.map(({ dispute }) => dispute)),
    })),
    coDefendant: rowsOf(coDefendant),
    directRefusals: rowsOf(directRefusals),
  };
}

/** What the organ has to show in a dispute within reach, with what is there and what is wanted, in words. */
export async function shownProof({ database, reaches, abilities, now }: ReadContext, ids: DisputeIds) {
  const found = await findDispute(database, ids);
  if (found === undefined || !reaches(found.path)) return undefined;
  const { ground, proofs } = await proofOfDispute(database, found.dispute, now());
  return {
    ground: groundTitle(ground),
    article: groundArticle(ground),
    needs: proofs.map(({ words, source, anyOf, found: there, isMissing }) => ({
      words,
      source,
      found: there.map((one) => PROOF_SOURCES[one]),
      wanted: anyOf.map((one) => PROOF_SOURCES[one]),
      isMissing,
    })),
    abilities: abilities(found.path),
  };
}
