import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { latin, onePage, pdfOfObjects, stream } from '../../test/drawn-pdf.ts';
import { hasPoppler, poppler } from '../../test/outside-reader.ts';
import { typstPdf } from '../../test/typst-pdf.ts';
import { stripProperties } from '../strip-properties.ts';

const AUTHOR = '钱某某';
const utf16 = (text: string): string =>
  Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase();
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Zhang Sanfeng</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

const strip = (bytes: Uint8Array) => stripProperties({ bytes, mediaType: 'application/pdf' });

async function stripped(bytes: Uint8Array): Promise<Buffer> {
  const answer = await strip(bytes);
  if (!answer.ok) throw new Error(answer.error.message);
  return Buffer.from(answer.value.bytes);
}

const page = onePage(latin(60, 700, 14, 'Road repair budget'));

/** An xref stream by which objects packed with others are found. */
function packedInfo(): Uint8Array {
  const info = `<</Author<${utf16(AUTHOR)}>/Company(Li Simin and sons)/Title(Draft of Li Simin)>>`;
  const head = '6 0 ';
  const objects = stream(
    deflateSync(Buffer.from(head + info, 'latin1')),
    `/Type/ObjStm/N 1/First ${head.length}/Filter/FlateDecode`,
  );
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const add = (number: number, object: string | Uint8Array): void => {
    offsets[number] = Buffer.concat(parts).length;
    parts.push(
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(object as Uint8Array),
      Buffer.from('\nendobj\n'),
    );
  };
  page.forEach((object, index) => add(index + 1, typeof object === 'string' ? Buffer.from(object) : object));
  add(7, objects);
  const start = Buffer.concat(parts).length;
  const row = (type: number, value: number, last: number): Buffer =>
    Buffer.from([type, value >> 8, value & 0xff, last]);
  const rows = Buffer.concat([
    row(0, 0, 255),
    ...[1, 2, 3, 4, 5].map((number) => row(1, offsets[number] ?? 0, 0)),
    row(2, 7, 0),
    row(1, offsets[7] ?? 0, 0),
    row(1, start, 0),
  ]);
  add(8, stream(rows, '/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Info 6 0 R'));
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}

describe('a PDF without its properties', () => {
  it('names nobody any more, in dictionary, metadata and bytes; its text is as it was', async () => {
    const source = typstPdf(
      `#set document(author: "${AUTHOR}", title: "钱某某的初稿", keywords: ("内部",))\n检修安排`,
    );
    const clean = await stripped(source);
    expect(clean.length).toBe(source.length);
    if (!hasPoppler) return;
    expect(poppler('pdftotext', clean).toString()).toContain('检修安排');
    const info = poppler('pdfinfo', clean).toString() + poppler('pdfinfo', clean, '-meta').toString();
    expect(info).toContain('Pages:');
    expect(info).not.toMatch(/钱某某|内部|初稿|Typst/);
  });

  it('is the same for properties in hexadecimal, in brackets, and apart from their dictionary', async () => {
    const objects = [...page, `<</Author<${utf16(AUTHOR)}>/Manager(Zhao \\(Wu\\) Liu)/Keywords 7 0 R>>`];
    const source = pdfOfObjects([...objects, '(Sun Qi the drafter)'], '/Info 6 0 R');
    const clean = (await stripped(source)).toString('latin1');
    expect(clean).not.toMatch(/Zhao|Liu|Sun Qi/);
    expect(clean).not.toContain(utf16(AUTHOR));
  });

  it.each([
    ['as they are', stream(XMP, '/Type/Metadata/Subtype/XML')],
    ['packed', stream(deflateSync(XMP), '/Type /Metadata/Subtype/XML/Filter/FlateDecode')],
  ])('is the same for metadata %s', async (_how, metadata) => {
    const objects = onePage(latin(60, 700, 14, 'Road'), { catalogue: '/Metadata 6 0 R' }, [metadata]);
    const clean = await stripped(pdfOfObjects(objects));
    expect(clean.toString('latin1')).not.toContain('Zhang');
    if (hasPoppler) expect(poppler('pdfinfo', clean, '-meta').toString()).not.toContain('Zhang');
  });

  it('is the same for properties that are packed with other objects', async () => {
    const source = packedInfo();
    if (hasPoppler) expect(poppler('pdfinfo', source).toString()).toContain(AUTHOR);
    const clean = await stripped(source);
    if (hasPoppler) expect(poppler('pdfinfo', clean).toString()).not.toMatch(/钱某某|Li Simin/);
  });

  it('is the same for an earlier version that the file still holds', async () => {
    const first = Buffer.from(
      pdfOfObjects([...page, '<</Author(zhoubajie)/Subject(Zhou Bajie the first)>>'], '/Info 6 0 R'),
    );
    const start = first.toString('latin1').lastIndexOf('xref\n0');
    const update = `6 0 obj\n<</Author(nobody)>>\nendobj\n`;
    const table = `xref\n6 1\n${String(first.length).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<</Size 7/Root 1 0 R/Info 6 0 R/Prev ${start}>>\nstartxref\n${first.length + update.length}\n%%EOF\n`;
    const clean = await stripped(Buffer.concat([first, Buffer.from(update + table + trailer)]));
    expect(clean.toString('latin1')).not.toMatch(/zhou|nobody/i);
  });
});

describe('a PDF whose properties cannot be taken out', () => {
  it.each([
    ['signed', '/Sig<</ByteRange[0 10 20 30]>>', '电子签名'],
    ['protected', '/Encrypt 6 0 R', '权限密码'],
  ])('is refused with what to do: %s', async (_what, trailer, words) => {
    const answer = await strip(pdfOfObjects([...page, '<</Author(Zhou)>>'], trailer));
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-strippable' } });
    expect(answer.ok ? '' : answer.error.message).toContain(words);
    expect(answer.ok ? '' : answer.error.message).toContain('原文件未动');
  });

  it('is refused when somebody is still named in a place that is no property', async () => {
    const objects = onePage(latin(60, 700, 14, 'Road'), {}, [
      `<</Author<${utf16(AUTHOR)}>>>`,
      `<</Note<${utf16(AUTHOR)}>>>`,
    ]);
    expect(await strip(pdfOfObjects(objects, '/Info 6 0 R'))).toMatchObject({
      ok: false,
      error: { code: 'not-strippable' },
    });
  });
});
