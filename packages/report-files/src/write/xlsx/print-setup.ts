import type writeExcelFile from 'write-excel-file/node';

/** Every sheet is printed on A4, as narrow as it takes to fit the width of the page. */
export const PRINTED_ON_A4: Parameters<typeof writeExcelFile>[1] = {
  features: [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transform: (sheet) =>
              sheet.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
            insert: () => '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/>',
          },
        },
      },
    },
  ],
};
