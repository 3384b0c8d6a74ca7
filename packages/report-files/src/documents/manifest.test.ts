import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';
import { type Manifest, readManifest, writeFailedManifest } from './manifest.ts';

const read = async (bytes: Uint8Array, name: string): Promise<Manifest> => {
  const result = await readManifest(bytes, name, ['文件']);
  return result.ok ? result.value : expect.fail(result.error.message);
};

const shown = ({ rows }: Manifest) => rows.map(({ number, cells }) => [number, Object.fromEntries(cells)]);

describe('a list in CSV', () => {
  it('is read with quotes, empty lines and line ends of any kind', async () => {
    const text = '\ufeff文件*,标题\r\n"a,1.docx","说""明""\n第二行"\r\n\r\nb.docx,\n';
    expect(shown(await read(Buffer.from(text), '清单.csv'))).toEqual([
      [2, { 文件: 'a,1.docx', 标题: '说"明"\n第二行' }],
      [4, { 文件: 'b.docx' }],
    ]);
  });

  it('is read in GB 18030 too', async () => {
    const bytes = Buffer.from('ced2bcfe', 'hex');
    const text = Buffer.concat([
      Buffer.from([0xce, 0xc4, 0xbc, 0xfe]),
      Buffer.from(','),
      bytes,
      Buffer.from('\na.docx,x\n'),
    ]);
    expect((await read(text, '清单.csv')).headings[0]).toBe('文件');
  });

  it('without the column is refused with its name', async () => {
    const result = await readManifest(Buffer.from('标题\nx\n'), '清单.csv', ['文件']);
    expect(result).toMatchObject({ ok: false, error: { message: '没有找到表头。第一行应有“文件”列。' } });
  });
});

describe('rows that could not be taken', () => {
  const failed = [
    {
      number: 3,
      cells: new Map([
        ['文件', '=cmd'],
        ['备注', 'x'],
      ]),
      reasons: ['文件不在。', '标题过长。'],
    },
  ];

  it.each(['csv', 'xlsx'] as const)(
    'come back in the shape of the list, with the reason: %s',
    async (format) => {
      const bytes = await writeFailedManifest({ format, headings: ['文件', '备注'] }, failed);
      const again = await read(bytes, `错误.${format}`);
      expect(again.headings).toEqual(['错误原因', '文件', '备注']);
      expect(shown(again)).toEqual([[2, { 错误原因: '文件不在。\n标题过长。', 文件: '=cmd', 备注: 'x' }]]);
    },
  );

  it('hold no formula', async () => {
    const bytes = await writeFailedManifest({ format: 'csv', headings: ['文件'] }, failed);
    expect(parseCsv(new TextDecoder().decode(bytes))[1]?.[1]).toBe("'=cmd");
  });
});
