import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import type { ImportRow } from '@zhaoshi/domain/disclosure/import-sheet/parse-row';
import type { ReadDocument, ReadField } from '@zhaoshi/report-files/documents/read-document';
import type { OrganIds } from '../../../db/queries/organs.ts';

/** Nobody confirms fields one by one here: only what the text says beyond doubt is taken. */
const certain = <T>(read: ReadField<T> | null): T | undefined =>
  read?.confidence === 'certain' ? read.value : undefined;

/** The draft of a file: what the list says goes before what the file says; a title there must be, to find it again. */
export function importedContent(
  { file, given }: ImportRow,
  { body, metadata }: ReadDocument,
): DocumentContent {
  const { title, documentNumber, issuingOrgan, dateOfDocument, classMark } = metadata;
  const fromText = {
    title: title?.value ?? basename(file, extname(file)).slice(0, 300),
    documentNumber: certain(documentNumber),
    issuingOrgan: certain(issuingOrgan),
    dateOfDocument: certain(dateOfDocument),
    disclosureClass: certain(classMark)?.disclosureClass,
  };
  const read = Object.fromEntries(Object.entries(fromText).filter(([, value]) => value !== undefined));
  return { ...EMPTY_CONTENT, ...read, ...given, body };
}

/**
 * The id of what is imported from a file: the same for the same bytes at the same place of the list, in the form of a
 * UUID of version 8. A run that was cut off between the commit and its journal finds what it has made.
 */
export function importedId({ regionId, organId }: OrganIds, file: string, bytes: Uint8Array): string {
  const content = createHash('sha256').update(bytes).digest('hex');
  const digest = createHash('sha256')
    .update(['import', regionId, organId, file, content].join('\n'))
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
