import type { ContentValues } from '../shown-document.ts';
import type { ImportedFile } from './use-import.ts';

export type ImportPart = 'body' | 'original' | ImportedFile['fields'][number]['field'];

/** The fields that the file gives otherwise than the form says already. */
export const newFields = ({ fields, content }: ImportedFile, values: ContentValues): ImportedFile['fields'] =>
  fields.filter(({ field }) => content[field] !== values[field]);

/**
 * What is ticked at first: text into an empty draft, and what the file says beyond doubt where nothing stands yet. A new
 * draft has its own day as the one it was made on (条例26), which stands for nothing once a text comes with its date.
 */
export function firstChoice(
  read: ImportedFile,
  values: ContentValues,
  hasBody: boolean,
): ReadonlySet<ImportPart> {
  const stands = (field: ImportedFile['fields'][number]['field']): boolean =>
    field === 'createdOn' ? hasBody : !isEmpty(values[field]);
  const fields = newFields(read, values)
    .filter(({ field, confidence }) => confidence === 'certain' && !stands(field))
    .map(({ field }) => field);
  return new Set<ImportPart>([...(hasBody ? [] : ['body' as const]), ...fields]);
}

const isEmpty = (value: string | null): boolean => value === null || value.trim() === '';

/** The parts that were chosen, as the form takes them; the original file is uploaded on its own. */
export const takenOf = ({ content }: ImportedFile, chosen: ReadonlySet<ImportPart>): Partial<ContentValues> =>
  Object.fromEntries(Object.entries(content).filter(([part]) => [...chosen].some((one) => one === part)));
