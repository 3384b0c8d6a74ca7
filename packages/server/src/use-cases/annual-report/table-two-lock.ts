import { lockedSentence } from '@zhaoshi/domain/annual-report/work/period-lock';
import { yearsMovedByFigures, yearsMovedByRegister } from '@zhaoshi/domain/annual-report/work/table-two-lock';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type {
  NormativeRegister,
  PublishedNormative,
  StatedRelation,
} from '@zhaoshi/domain/statistics/recorded-documents';
import type { StatisticEntry } from '@zhaoshi/domain/statistics/statistic-entry';
import type { Transaction } from 'kysely';
import type { DocumentRow } from '../../db/queries/documents.ts';
import { frozenYears } from '../../db/queries/frozen-years.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { organsOfDocuments } from '../../db/queries/statistics-normative.ts';
import type { Schema } from '../../db/schema.ts';
import { registerOf, registerParts } from '../statistics/organ-register.ts';

type Organ = OrganIds & { readonly path: string };

/** Why the register of an organ's documents may not become this one; `null`: nothing stands against it. */
export async function refuseLockedRegister(
  transaction: Transaction<Schema>,
  organ: Organ,
  before: NormativeRegister,
  after: NormativeRegister,
): Promise<string | null> {
  const years = await frozenYears(transaction, organ, 't2');
  if (years.length === 0) return null;
  const settings = settingsAt(organ.path, await chosenSettings(transaction, organ.path));
  const countsExpired = settings('statistics.countsExpired');
  return lockedSentence(yearsMovedByRegister(before, after, years, { countsExpired }));
}

/** Why the figures of a year may not become these; `null`: nothing stands against it. */
export async function refuseLockedFigures(
  transaction: Transaction<Schema>,
  organ: OrganIds,
  {
    before,
    after,
    year,
    now,
  }: {
    readonly before: readonly StatisticEntry[];
    readonly after: readonly StatisticEntry[];
    readonly year: number;
    readonly now: Date;
  },
): Promise<string | null> {
  const years = (await frozenYears(transaction, organ, 't2')).filter(({ reportYear }) => reportYear === year);
  return years.length === 0
    ? null
    : lockedSentence(yearsMovedByFigures(before, after, years, civilDateAt(now)));
}

/** What the edition does to others, as the register reads it. */
const statedBy = (documentId: string, content: DocumentContent): readonly StatedRelation[] => {
  const effectiveOn = content.validFrom ?? content.dateOfDocument ?? content.createdOn;
  if (effectiveOn === null) return [];
  return content.relations.map((one) => ({
    kind: one.relation,
    documentId,
    otherDocumentId: one.documentId,
    otherNumber: one.documentNumber,
    effectiveOn,
  }));
};

/** The edition as the register of its own organ has it; none of a kind whose validity is not kept. */
function publishedAs(documentId: string, content: DocumentContent): readonly PublishedNormative[] {
  const { kind, title, documentNumber, validFrom, validTo } = content;
  const dateOfDocument = content.dateOfDocument ?? content.createdOn;
  if ((kind !== 'administrativeRule' && kind !== 'normativeDocument') || dateOfDocument === null) return [];
  return [{ documentId, row: kind, title, documentNumber, dateOfDocument, validFrom, validTo }];
}

/**
 * Why an edition may not become public: it would change what a frozen table two counted, by its own dates or by what it
 * does to others. Asked before its minute as if it had come; a document that is published only now is let in.
 */
export async function refuseLockedEdition(
  transaction: Transaction<Schema>,
  { region_id: regionId, organ_id: ownOrgan, document_id: documentId }: DocumentRow,
  content: DocumentContent,
): Promise<string | null> {
  const stated = statedBy(documentId, content);
  const own = publishedAs(documentId, content);
  if (own.length + stated.length === 0) return null;
  for (const organ of await organsOfDocuments(transaction, regionId, { ownOrgan, stated })) {
    const parts = await registerParts(transaction, organ);
    const isOther = (one: { readonly documentId: string }) => one.documentId !== documentId;
    const after = {
      ...parts,
      published: [...parts.published.filter(isOther), ...(organ.organId === ownOrgan ? own : [])],
      stated: [...parts.stated.filter(isOther), ...stated],
    };
    const refused = await refuseLockedRegister(transaction, organ, registerOf(parts), registerOf(after));
    if (refused !== null) return refused;
  }
  return null;
}
