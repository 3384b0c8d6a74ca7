import type { registerItem } from '@zhaoshi/contract/routes/statistics-normative';
import type { RegisterEntry } from '@zhaoshi/domain/disclosure/validity/normative-register';
import { DONE_WORDS } from '@zhaoshi/domain/disclosure/validity/validity';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import type { z } from 'zod';
import { type RecordRow, recordOf } from '../../db/queries/statistics-normative.ts';
import type { OrganRegister } from '../../use-cases/statistics/organ-register.ts';

export const presentRecord = (row: RecordRow) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  ...recordOf(row),
  version: row.version,
});

/** 已被废止：《…》（示政发〔2026〕5号）, or the ground that was recorded. */
function because({ document, standing: { by, validity } }: RegisterEntry, register: OrganRegister): string {
  const record = register.register.recordOf.get(document.id);
  if (by === null) return validity === 'expired' ? (record?.end?.ground ?? '') : '';
  const acting = register.acting.get(by.from);
  if (acting === undefined) return record?.end?.ground ?? '';
  const number = acting.documentNumber === '' ? '' : `（${acting.documentNumber}）`;
  return `${DONE_WORDS[by.kind]}：${inBookMarks(acting.title)}${number}`;
}

/** A document of the register on a day, with the record behind it where there is one. */
export function presentRegisterItem(
  entry: RegisterEntry,
  register: OrganRegister,
): z.input<typeof registerItem> {
  const { document, standing } = entry;
  const published = register.published.get(document.id);
  const recorded = register.register.recordOf.get(document.id);
  const row = recorded === undefined ? undefined : register.records.get(recorded.recordId);
  const { id, row: kind, title, documentNumber, dateOfDocument, validFrom, validTo } = document;
  return {
    id,
    row: kind,
    title,
    documentNumber,
    dateOfDocument,
    validFrom,
    validTo,
    validity: standing.validity,
    since: standing.since,
    because: because(entry, register),
    documentId: published?.documentId ?? null,
    isWithdrawn: published?.isWithdrawn ?? false,
    record: row === undefined ? null : presentRecord(row),
  };
}
