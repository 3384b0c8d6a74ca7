import { crc32, deflateSync } from 'node:zlib';
import { makeZip, type ZipEntry } from '../../report-files/test/make-zip.ts';

/** Small files of each kind, as the programs that write them do. */

const CONTENT_TYPES = '[Content_Types].xml';

export const docxEntries = (types = 'wordprocessingml.document.main+xml'): ZipEntry[] => [
  { name: CONTENT_TYPES, data: `<Types><Override ContentType="application/vnd.${types}"/></Types>` },
  { name: '_rels/.rels', data: '<Relationships/>' },
  { name: 'word/document.xml', data: '<w:document><w:body/></w:document>' },
];

export const docx = (extra: readonly ZipEntry[] = []): Buffer => makeZip([...docxEntries(), ...extra]);

export const xlsx = (extra: readonly ZipEntry[] = []): Buffer =>
  makeZip([
    { name: CONTENT_TYPES, data: '<Types/>' },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    ...extra,
  ]);

const OFD_ENTRANCE =
  '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>';

export const ofd = (extra: readonly ZipEntry[] = [], entrance = OFD_ENTRANCE): Buffer =>
  makeZip([
    { name: 'OFD.xml', data: entrance },
    { name: 'Doc_0/Document.xml', data: '<ofd:Document/>' },
    ...extra,
  ]);

export const pdf = (trailer = '<< /Root 1 0 R >>'): Buffer =>
  Buffer.from(
    `%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n${trailer}\n%%EOF\n`,
    'latin1',
  );

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A picture that says it is so big; only for one pixel does the data fit. */
export function png(width = 1, height = 1): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(2))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Start, a long segment of a camera, and a frame header. */
export function jpeg(width = 1, height = 1): Buffer {
  const exif = Buffer.alloc(40_000);
  Buffer.from('ffe19c3e', 'hex').copy(exif);
  exif.write('Exif\0\0', 4, 'latin1');
  const frame = Buffer.from('ffc0000b08000000000101110000', 'hex').subarray(0, 13);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif, frame, Buffer.from('ffd9', 'hex')]);
}
