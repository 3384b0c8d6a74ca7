import { describe, expect, it, test } from 'vitest';
import { IMPORT_COLUMN_IDS, type ImportSheetRow } from './columns.ts';
import { parseImportRow } from './parse-row.ts';

const BLANK = Object.fromEntries(IMPORT_COLUMN_IDS.map((id) => [id, ''])) as ImportSheetRow;
const row = (given: Partial<ImportSheetRow>): ImportSheetRow => ({ ...BLANK, file: 'a.docx', ...given });
const mistakesOf = (given: Partial<ImportSheetRow>): readonly string[] => {
  const parsed = parseImportRow(row(given));
  return parsed.ok ? [] : parsed.error;
};

describe('a row of the list', () => {
  it('gives what it says and leaves the rest to the file', () => {
    const parsed = parseImportRow(
      row({
        attachments: '表/一.xlsx；表/二.xlsx',
        title: '关于修路的通知',
        kind: '公告、通告、通知',
        dateOfDocument: '2019年3月1日',
        disclosureClass: '主动公开',
        keywords: '公路、养护',
      }),
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        file: 'a.docx',
        attachments: ['表/一.xlsx', '表/二.xlsx'],
        given: {
          title: '关于修路的通知',
          kind: 'announcement',
          dateOfDocument: '2019-03-01',
          disclosureClass: 'proactive',
          keywords: ['公路', '养护'],
        },
      },
    });
  });

  it.each([
    ['农田水利', 'a21t.2'],
    ['政策文件', 'a20.01'],
    ['财政预算、决算信息', 'a20.07'],
    ['a21t.8', 'a21t.8'],
  ])('takes the column by its name, its words or its code: %s', (catalogCode, code) => {
    const parsed = parseImportRow(row({ catalogCode }));
    expect(parsed.ok && parsed.value.given.catalogCode).toBe(code);
  });

  it('tells every mistake of it', () => {
    expect(mistakesOf({ file: '', kind: '通知书', createdOn: '去年', title: '长'.repeat(301) })).toEqual([
      '“文件”没有填写。',
      '“标题”超过 300 字。',
      '“生成日期”“去年”不是日期，应写成 2026-03-01。',
      expect.stringContaining('“文件种类”没有“通知书”，可填：规章、行政规范性文件'),
    ]);
    expect(mistakesOf({ catalogCode: 'a99' })[0]).toContain('没有“a99”');
    expect(mistakesOf({ catalogCode: '社会救助' })).toEqual([
      '“法定主动公开内容”“社会救助”县级机关和乡镇都有，请填编号：县级机关 a21c.7，乡镇 a21t.8。',
    ]);
  });

  test.each(['../b.docx', '/etc/passwd', 'C:\\b.docx', 'a/../../b.docx', '\\\\server\\b.docx'])(
    'never leads out of the folder: %s',
    (path) => {
      expect(mistakesOf({ file: path })).toEqual(['“文件”应当是文件夹里面的路径。']);
      expect(mistakesOf({ attachments: path })).toEqual(['“附件”应当是文件夹里面的路径。']);
    },
  );
});
