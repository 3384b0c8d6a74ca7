import { ByteView } from '../byte-view.ts';

const NAMES: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'comments',
  8: 'lastModifiedBy',
};
const DOCUMENT_NAMES: Readonly<Record<number, string>> = { 2: 'category', 14: 'manager', 15: 'company' };

const CODE_PAGE = 1;
const SHORT = 2;
const NARROW_TEXT = 30;
const WIDE_TEXT = 31;
const MAX_PROPERTIES = 200;

const ENCODINGS: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1200: 'utf-16le',
  1252: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Properties of the file as its summary streams hold them; only those that are filled in. */
export function readSummary(
  summary: Uint8Array | undefined,
  documentSummary: Uint8Array | undefined,
): Record<string, string> {
  return { ...readSet(documentSummary, DOCUMENT_NAMES), ...readSet(summary, NAMES) };
}

function readSet(
  bytes: Uint8Array | undefined,
  names: Readonly<Record<number, string>>,
): Record<string, string> {
  const found: Record<string, string> = {};
  if (bytes === undefined) return found;
  const stream = new ByteView(bytes);
  const start = stream.u32(44);
  const count = Math.min(stream.u32(start + 4), MAX_PROPERTIES);
  const entries = Array.from({ length: count }, (_, index) => ({
    id: stream.u32(start + 8 + index * 8),
    at: start + stream.u32(start + 12 + index * 8),
  }));
  const page = entries.find(({ id, at }) => id === CODE_PAGE && stream.u16(at) === SHORT);
  const encoding = ENCODINGS[page === undefined ? 1252 : stream.u16(page.at + 4)] ?? 'windows-1252';
  for (const { id, at } of entries) {
    const name = names[id];
    if (name === undefined) continue;
    const text = readText(stream, at, encoding).trim();
    if (text !== '') found[name] = text;
  }
  return found;
}

function readText(stream: ByteView, at: number, encoding: string): string {
  const kind = stream.u16(at);
  if (kind !== NARROW_TEXT && kind !== WIDE_TEXT) return '';
  const length = stream.u32(at + 4) * (kind === WIDE_TEXT ? 2 : 1);
  const text = new TextDecoder(kind === WIDE_TEXT ? 'utf-16le' : encoding).decode(
    stream.part(at + 8, length).bytes,
  );
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
