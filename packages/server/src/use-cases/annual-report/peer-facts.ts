import type { TextProfile } from '@zhaoshi/domain/annual-report/compare/similarity';
import type { CheckContext } from '@zhaoshi/domain/annual-report/rules/rule';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { type PeerRow, peerRows } from '../../db/queries/report-board.ts';
import type { ReportKey } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { memberReport } from './counted-cells.ts';

/** The text of a unit as it was kept; `null`: too short to be compared. A copy, because a view of numbers must begin at a multiple of their length. */
export const profileFrom = (bytes: Buffer): TextProfile | null =>
  bytes.length === 0 ? null : new Float64Array(Uint8Array.from(bytes).buffer);

function peerReport({ kind, ...row }: PeerRow) {
  const { report } = memberReport(row);
  return report === null || !isOrganInLaw(kind) ? [] : [{ ...report, organKind: kind }];
}

/**
 * What the other units of the lists have frozen for the year: their figures (AR-PLS-02) and texts (AR-DUP-02), kept for the
 * board, so that no report is read again for each check.
 */
export async function peerFacts(
  database: Kysely<Schema>,
  key: ReportKey,
): Promise<Pick<CheckContext, 'peers' | 'peerTexts'>> {
  const rows = await peerRows(database, key);
  if (rows.length === 0) return {};
  return {
    peers: rows.flatMap(peerReport),
    peerTexts: rows.flatMap(({ name: unit, profile: bytes }) => {
      const profile = profileFrom(bytes);
      return profile === null ? [] : [{ unit, profile }];
    }),
  };
}
