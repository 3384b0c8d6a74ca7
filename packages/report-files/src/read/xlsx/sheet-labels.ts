import { FORMS } from '@zhaoshi/domain/annual-report/forms/registry';

function plain(text: string): string {
  return text.replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

/** Every text that the official tables print in a cell: labels of rows and groups, headers. */
const TABLE_TEXTS: ReadonlySet<string> = new Set(
  Object.values(FORMS)
    .flatMap((form) => Object.values(form.tables))
    .flatMap(({ rows, layout }) => [
      rows.flatMap((row) => [row.label, row.groups, row.acceptedLabels].flat()),
      layout.rows.flat().flatMap((cell) => cell.text ?? []),
    ])
    .flat()
    .map(plain)
    .filter((text) => text !== ''),
);

/** Whether the official tables print this text in a cell, whatever its blanks and punctuation. */
export function isTableText(text: string): boolean {
  return TABLE_TEXTS.has(plain(text));
}
