/** PDFs put together object by object, for what no typesetter writes. */

/** A whole file of numbered objects (from 1, the first is the catalogue); `trailer` adds to the trailer dictionary. */
export function pdfOfObjects(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    add(typeof object === 'string' ? Buffer.from(object, 'latin1') : Buffer.from(object));
    add(Buffer.from('\nendobj\n'));
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  add(
    Buffer.from(
      `${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export function stream(content: string | Uint8Array, dictionary = ''): Uint8Array {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${body.length}>>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

/** Helvetica stands in every reader. */
export const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

export function latin(x: number, y: number, size: number, text: string): string {
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
}

/** One page of Latin text: catalogue, pages, page, font, content, in that order; `extra` follows from 6. */
export function onePage(
  content: string | Uint8Array,
  entries: { readonly catalogue?: string; readonly page?: string; readonly mediaBox?: string } = {},
  extra: readonly (string | Uint8Array)[] = [],
): readonly (string | Uint8Array)[] {
  return [
    `<</Type/Catalog/Pages 2 0 R${entries.catalogue ?? ''}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${entries.mediaBox ?? '0 0 595 842'}]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>${entries.page ?? ''}>>`,
    HELVETICA,
    typeof content === 'string' ? stream(content) : content,
    ...extra,
  ];
}
