import { describe, expect, test } from 'vitest';
import { latin, onePage, pdfOfObjects, stream } from '../test/drawn-pdf.ts';
import { drawnByPoppler, hasPoppler, leftOver, poppler } from '../test/outside-reader.ts';
import { typstPdf } from '../test/typst-pdf.ts';
import type { Mark } from './mark.ts';
import { findText } from './pages.ts';
import { redact } from './redact.ts';
import type { Redacted } from './redacted.ts';

const PDF = 'application/pdf';

async function released(bytes: Uint8Array, marks: readonly Mark[]): Promise<Redacted> {
  const result = await redact({ bytes, mediaType: PDF, marks });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Marks on every place of the words and on all personal data. */
async function marksOn(bytes: Uint8Array, words: readonly string[]): Promise<readonly Mark[]> {
  const result = await findText({ bytes, mediaType: PDF }, words);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.areas.map((area, index) => ({ ...area, markId: `m${index}`, label: `${index + 1}` }));
}

const NAME = '欧阳慕白';
const ID_CARD = '11010519491231002X';
const MOBILE = '13812345678';

describe('a text PDF', () => {
  const source = typstPdf(
    `
#set document(title: "关于${NAME}的调查报告", author: "${NAME}", keywords: ("${MOBILE}",))
#pdf.attach("list.txt", bytes("名单：${NAME} ${ID_CARD}"))
= 调查情况
申请人${NAME}，身份证号${ID_CARD}，联系电话 ${MOBILE}，反映某路施工噪声。
#place(top + left, text(fill: white)[隐藏批注：${NAME}系举报人])
#pagebreak()
第二页：经查，情况属实，已责令整改。`,
  );

  test('released, holds neither the marked words nor what the file carried beside its pages', async () => {
    expect(leftOver(source, ['list.txt'])).toEqual(['list.txt']);
    const { bytes, report } = await released(source, await marksOn(source, [NAME]));
    expect(leftOver(bytes, [NAME, ID_CARD, MOBILE, '举报人', '调查', 'list.txt', '欧阳'])).toEqual([]);
    expect(report.pages).toBe(2);
    expect(report.notes[0]).toContain('文字不可选取');
    expect(report.notes).toContain('原文件中的附件（1 个）、书签未带入。');
    expect(report.repeated).toEqual([]);
    expect(report.searchedWords).toBeGreaterThan(2);
  });

  test.skipIf(!hasPoppler)('poppler finds no text, no attachment, no title, one picture a page', async () => {
    expect(poppler('pdftotext', source).toString()).toContain(NAME);
    const { bytes } = await released(source, await marksOn(source, [NAME]));
    expect(poppler('pdftotext', bytes).toString().trim()).toBe('');
    expect(poppler('pdffonts', bytes).toString().trim().split('\n')).toHaveLength(2);
    expect(poppler('pdfdetach', bytes, '-list').toString()).toContain('0 embedded files');
    expect(poppler('pdfinfo', bytes).toString()).not.toMatch(/Title|Author|Keywords|Date/);
    expect(poppler('pdfimages', bytes, '-list').toString().trim().split('\n')).toHaveLength(4);
  });

  test('the officer is told where the same words still stand', async () => {
    const twice = typstPdf(
      `举报人${NAME}来访。 #pagebreak() 无关内容。 #pagebreak() 附：${NAME}提供的照片。`,
    );
    const marks = (await marksOn(twice, [NAME])).filter(({ page }) => page === 1);
    const { report } = await released(twice, marks);
    expect(report.repeated).toEqual([{ markId: 'm0', pages: [3] }]);
  });

  test('labels are printed where there is room', async () => {
    const mark = { page: 1, x: 0.1, y: 0.1, width: 0.3, height: 0.05 };
    const { report } = await released(source, [
      { ...mark, markId: 'large', label: '12' },
      { ...mark, markId: 'flat', y: 0.3, height: 0.004, label: '13' },
      { ...mark, markId: 'plain', y: 0.5 },
    ]);
    expect(report.marks).toEqual([
      { markId: 'large', page: 1, labelled: true },
      { markId: 'flat', page: 1, labelled: false },
      { markId: 'plain', page: 1, labelled: false },
    ]);
  });
});

describe('a PDF with more than pages', () => {
  const SECRET = 'SECRET-NAME-OF-WITNESS';

  test('notes, scripts, form fields, layers and earlier versions stay behind', async () => {
    const first = pdfOfObjects(
      onePage(
        `${latin(72, 700, 14, 'Open text')}/OC /L BDC ${latin(72, 600, 14, SECRET)} EMC\n`,
        {
          catalogue:
            `/AcroForm<</Fields[7 0 R]>>/OpenAction<</S/JavaScript/JS(app.alert\\('${SECRET}'\\))>>` +
            '/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]/Order[]>>>>',
          page: '/Annots[6 0 R 7 0 R]/Resources<</Font<</F 4 0 R>>/Properties<</L 8 0 R>>>>',
        },
        [
          `<</Type/Annot/Subtype/Text/Rect[300 300 320 320]/Contents(${SECRET})>>`,
          `<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(${SECRET})/Rect[300 400 400 420]>>`,
          '<</Type/OCG/Name(Hidden)>>',
        ],
      ),
    );
    // An earlier version of an object, overwritten by an update at the end of the file.
    const update = `\n4 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>\nendobj\nxref\n4 1\n${String(first.length + 1).padStart(10, '0')} 00000 n \n`;
    const start = first.length + update.indexOf('xref');
    const previous = /startxref\n(\d+)/.exec(Buffer.from(first).toString('latin1'))?.[1];
    const source = Buffer.concat([
      first,
      Buffer.from(`${update}trailer\n<</Size 9/Root 1 0 R/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`),
    ]);
    expect(leftOver(source, [SECRET])).toEqual([SECRET]);
    const { bytes, report } = await released(source, [
      { markId: 'm', page: 1, x: 0.1, y: 0.8, width: 0.1, height: 0.1 },
    ]);
    expect(leftOver(bytes, [SECRET, 'WITNESS', 'Open text', '/Annots', '/AcroForm', '/OCG'])).toEqual([]);
    expect(report.notes.join()).toContain('表单、图层、脚本未带入');
  });

  test('a scan with a layer of recognised text loses the layer', async () => {
    const scan = typstPdf(`#set page(width: 200pt, height: 100pt, margin: 5pt)\n${NAME}`);
    const drawn = await released(scan, [{ markId: 'm', page: 1, x: 0.9, y: 0.9, width: 0.05, height: 0.05 }]);
    const page = typstPdf(`#set page(width: 200pt, height: 100pt, margin: 5pt)
#place(rect(width: 60pt, height: 14pt, fill: luma(230)))
#text(fill: rgb(0, 0, 0, 0))[${NAME} ${MOBILE}]`);
    expect(leftOver(drawn.bytes, [NAME])).toEqual([]);
    const { bytes } = await released(page, await marksOn(page, [NAME]));
    expect(leftOver(bytes, [NAME, MOBILE])).toEqual([]);
  });
});

describe('where marks come to lie', () => {
  const WORD = 'Hidden';
  // Beside the word only shapes: two programs would draw letters that are not in the file in two fonts.
  const content = `${latin(120, 650, 20, WORD)}300 650 100 60 re f 120 300 60 100 re f\n`;

  test.skipIf(!hasPoppler).each([
    ['an upright page', ''],
    ['a page turned by 90°', '/Rotate 90'],
    ['a page turned by 180°', '/Rotate 180'],
    ['a page turned by 270°', '/Rotate 270'],
    ['a cropped page', '/CropBox[50 200 500 800]'],
    ['a cropped and turned page in its own unit', '/CropBox[50 200 500 800]/Rotate 90/UserUnit 2'],
  ])('on %s the word is black and the rest as before', async (_, page) => {
    const source = pdfOfObjects(onePage(content, { page }));
    const marks = await marksOn(source, [WORD]);
    expect(marks).toHaveLength(1);
    const mark = marks[0]!;
    const { bytes } = await released(source, [withoutLabel(mark)]);
    const before = drawnByPoppler(source, 1);
    const after = drawnByPoppler(bytes, 1);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    const inside = (index: number) => {
      const x = ((index % after.width) + 0.5) / after.width;
      const y = (Math.floor(index / after.width) + 0.5) / after.height;
      const margin = 3 / Math.min(after.width, after.height);
      const within = (m: number) =>
        x > mark.x - m && x < mark.x + mark.width + m && y > mark.y - m && y < mark.y + mark.height + m;
      if (within(-margin)) return 'under';
      return within(margin) ? 'edge' : 'outside';
    };
    let ink = 0;
    let brightest = 0;
    let difference = 0;
    for (let index = 0; index < after.data.length; index++) {
      const place = inside(index);
      if (place === 'under') {
        brightest = Math.max(brightest, after.data[index] ?? 255);
        ink += 255 - (before.data[index] ?? 255);
      } else if (place === 'outside')
        difference += Math.abs((after.data[index] ?? 0) - (before.data[index] ?? 0));
    }
    // The word stood there, nothing is to be seen of it, and elsewhere the page looks the same.
    expect(ink).toBeGreaterThan(1000);
    expect(brightest).toBeLessThan(8);
    // Poppler blackens every pixel at an edge; a shape that is missing or moved makes 6 and more.
    expect(difference / after.data.length).toBeLessThan(2);
  });
});

function withoutLabel({ label: _, ...mark }: Mark): Mark {
  return mark;
}

test('a font that is not in the file is drawn with one of the machine, and the officer is told', async () => {
  const font =
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>';
  const objects = onePage('', {}, [
    '',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 8 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
  ]);
  const text = Array.from('张三来访', (character) => character.charCodeAt(0).toString(16)).join('');
  const source = pdfOfObjects(
    objects.with(3, font).with(4, stream(`BT /F 20 Tf 1 0 0 1 72 700 Tm <${text}> Tj ET`)),
  );
  const result = await redact({ bytes: source, mediaType: PDF, marks: await marksOn(source, ['张三']) });
  // On a machine without any Chinese font the file is refused instead of released with gaps.
  if (result.ok) expect(result.value.report.notes.join()).toContain('第 1 页有未嵌入的字体');
  else expect(result.error.code).toBe('font-missing');
});
