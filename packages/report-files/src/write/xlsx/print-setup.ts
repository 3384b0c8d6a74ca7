import type writeExcelFile from 'write-excel-file/node';

type Options = NonNullable<Parameters<typeof writeExcelFile>[1]>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;&amp;', '<': '&lt;', '>': '&gt;' };

/** Said at the head of every printed page. In the head of a page `&` opens a code, and twice is itself. */
const pageHead = (lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<headerFooter><oddHeader>&amp;C${lines
        .join('\n')
        .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')}</oddHeader></headerFooter>`;

/** Every sheet is printed on A4, as narrow as it takes to fit the width of the page. */
export const printedOnA4 = (mark: readonly string[] = []): Options => ({
  features: [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transform: (sheet) =>
              sheet.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
            insert: () => `<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/>${pageHead(mark)}`,
          },
        },
      },
    },
  ],
});
