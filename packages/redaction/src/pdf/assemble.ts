import type { EncodedPage } from '../raster/encode-page.ts';
import type { Size } from './draw-page.ts';

export interface ReleasedPage extends EncodedPage {
  /** In points. */
  readonly size: Size;
}

/** Objects that stand before those of the pages. */
const CATALOGUE = 1;
const PAGES = 2;
const STRUCTURE = 3;
const DOCUMENT = 4;
/** Of each page: itself, its content, its picture, its alternative text. */
const PER_PAGE = 4;

const reference = (number: number) => `${number} 0 R`;
const firstOf = (index: number) => DOCUMENT + 1 + index * PER_PAGE;

/** A text string of a PDF. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function streamObject(dictionary: string, content: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${content.length}>>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** How the picture is packed: as JPEG, or as scan lines in the manner of PNG. */
function packing({ kind, channels, width }: EncodedPage): string {
  const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  const filter =
    kind === 'jpeg'
      ? '/Filter/DCTDecode'
      : `/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${channels}/Columns ${width}>>`;
  return `/ColorSpace${space}/BitsPerComponent 8${filter}`;
}

function pageObjects(page: ReleasedPage, index: number): readonly Buffer[] {
  const self = firstOf(index);
  const [content, picture] = [self + 1, self + 2];
  const { width, height } = page.size;
  return [
    Buffer.from(
      `<</Type/Page/Parent ${reference(PAGES)}/MediaBox[0 0 ${width} ${height}]/StructParents ${index}` +
        `/Contents ${reference(content)}/Resources<</XObject<</P ${reference(picture)}>>>>>>`,
    ),
    streamObject('', Buffer.from(`/Figure<</MCID 0>>BDC q ${width} 0 0 ${height} 0 0 cm /P Do Q EMC`)),
    streamObject(
      `/Type/XObject/Subtype/Image/Width ${page.width}/Height ${page.height}${packing(page)}`,
      page.bytes,
    ),
    Buffer.from(
      `<</Type/StructElem/S/Figure/P ${reference(DOCUMENT)}/Pg ${reference(self)}/K 0` +
        // Told to those who cannot see the picture; the title of the source is not taken over.
        `/Alt${textString(`第 ${index + 1} 页（图片，文字不可选取）`)}>>`,
    ),
  ];
}

/**
 * A PDF of the pictures, each filling its page, in the size of the page it was drawn from: nothing but these objects,
 * and the same bytes for the same pictures. They go in as they are packed, so that a long file takes no more memory
 * than its pictures.
 */
export function assemblePdf(pages: readonly ReleasedPage[]): Uint8Array {
  const numbers = pages.map((_, index) => firstOf(index));
  const figures = numbers.map((number) => number + PER_PAGE - 1);
  const objects = [
    `<</Type/Catalog/Pages ${reference(PAGES)}/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot ${reference(STRUCTURE)}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${numbers.map(reference).join(' ')}]>>`,
    `<</Type/StructTreeRoot/K ${reference(DOCUMENT)}/ParentTree<</Nums[${figures
      .map((number, index) => `${index}[${reference(number)}]`)
      .join(' ')}]>>>>`,
    `<</Type/StructElem/S/Document/P ${reference(STRUCTURE)}/K[${figures.map(reference).join(' ')}]>>`,
  ].map((object) => Buffer.from(object));
  return numbered([...objects, ...pages.flatMap(pageObjects)]);
}

/** The file around the objects: head, table of places, trailer. */
function numbered(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e4\u00f6\u00fc\u00df\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, index) => {
    table += `${String(length).padStart(10, '0')} 00000 n \n`;
    const part = [Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')];
    parts.push(...part);
    length += part.reduce((sum, { length }) => sum + length, 0);
  });
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root ${reference(CATALOGUE)}>>\n`;
  return Buffer.concat([...parts, Buffer.from(`${table}${trailer}startxref\n${length}\n%%EOF\n`)]);
}
