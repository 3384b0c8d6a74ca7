import type { ContentValues } from '../shown-document.ts';
import type { ImportedFile } from './use-import.ts';

export type ImportPart = 'body' | 'original' | ImportedFile['fields'][number]['field'];

/** What is ticked at first: text into an empty draft, and what the file says beyond doubt where nothing stands yet. */
export function firstChoice(
  read: ImportedFile,
  values: ContentValues,
  hasBody: boolean,
): ReadonlySet<ImportPart> {
  const fields = read.fields
    .filter(({ field, confidence }) => confidence === 'certain' && isEmpty(values[field]))
    .map(({ field }) => field);
  return new Set<ImportPart>([...(hasBody ? [] : ['body' as const]), ...fields]);
}

const isEmpty = (value: string | null): boolean => value === null || value.trim() === '';

/** The parts that were chosen, as the form takes them; the original file is uploaded on its own. */
export const takenOf = ({ content }: ImportedFile, chosen: ReadonlySet<ImportPart>): Partial<ContentValues> =>
  Object.fromEntries(Object.entries(content).filter(([part]) => [...chosen].some((one) => one === part)));
