import { createReadStream } from 'node:fs';
import { constants, createInflate, inflateSync } from 'node:zlib';
import { type FileWindow, pieces, readPart } from './file-window.ts';
import { Refused } from './refused.ts';

/**
 * Looks for what a PDF runs or hands out by itself (ISO 32000-1, 12.6 and 7.11): in the bytes as they are, wherever
 * they stand, and in compressed object streams. No table of the file is believed: each reader mends broken ones in
 * a way of its own.
 */

const SCRIPT = '会自动运行的脚本（JavaScript）';
const ATTACHMENT = '附件';

/** Short names are told from noise in pictures by what has to follow them. */
const FINDINGS: readonly (readonly [RegExp, string])[] = [
  [
    /\/JavaScript(?![A-Za-z])|\/JS\s*(?:\d+\s+\d+\s+R|\s\(|\([\x20-\x7e\s]{8}|<[\da-f\s]{8}|<[\da-f\s]*>|\([^()]{0,8}\))/i,
    SCRIPT,
  ],
  [/\/Launch(?![A-Za-z])/, '启动其他程序的动作（Launch）'],
  [/\/EmbeddedFile(?![A-Za-z])|\/EF\s*(?:<<|\d+\s+\d+\s+R)/, ATTACHMENT],
  [/\/AA\s*(?:<<|\d+\s+\d+\s+R)/, '打开、翻页或点击时自动执行的动作'],
  [/\/(?:Rendition|RichMedia|GoToE)(?![A-Za-z])/, '多媒体或指向附件的动作'],
];

/** Longer than any of the patterns with the white space in it. */
const OVERLAP = 512;
const NAME_ESCAPE = /#([0-9a-f]{2})/gi;

const unescape = (text: string): string =>
  text.includes('#')
    ? text.replaceAll(NAME_ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

function refuseFindings(text: string): void {
  const plain = unescape(text);
  const found = FINDINGS.find(([pattern]) => pattern.test(plain));
  if (found === undefined) return;
  throw new Refused(
    'active-content',
    `PDF 里含有${found[1]}，没有接收。请用“打印—另存为 PDF”重新生成一份（不会带出脚本和附件）后上传；附件请单独上传。`,
  );
}

/** Of all compressed objects together; documents of thousands of pages have a tenth of it. */
const MOST_INFLATED = 400 * 1024 * 1024;
const TASTE_BYTES = 512;
/** So far in front of its content a stream's own description is looked at. */
const DESCRIPTION = 2048;

const STREAM = /(?<!end)stream(?:\r\n|\n|\r)/g;
/** An object stream begins with numbers of objects and where they stand (7.5.7). */
const NUMBERS = /^[\0\s]*(?:%[^\r\n]*[\r\n]\s*)*\d+[\0\s]+\d/;
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z])/;
const OTHER_CODING =
  /\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL|Predictor)(?![A-Za-z0-9])/;

const isZlib = (bytes: Buffer): boolean =>
  bytes.length > 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;

/** The beginning of what is compressed there; empty when nothing is. */
function taste(bytes: Buffer): string {
  if (!isZlib(bytes)) return '';
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1', 0, TASTE_BYTES);
  } catch {
    return '';
  }
}

interface Scan {
  readonly window: FileWindow;
  inflatedBytes: number;
}

async function scanCompressed(scan: Scan, start: number): Promise<void> {
  const inflate = createInflate();
  const source = createReadStream(scan.window.path, { start });
  // What was inflated before a damaged place is looked at; readers use that as well.
  inflate.on('error', () => {});
  let before = '';
  try {
    for await (const piece of source.pipe(inflate)) {
      const text = before + (piece as Buffer).toString('latin1');
      refuseFindings(text);
      before = text.slice(-OVERLAP);
      scan.inflatedBytes += (piece as Buffer).length;
      if (scan.inflatedBytes > MOST_INFLATED) {
        throw new Refused('archive-limits', 'PDF 展开后过大，无法检查，没有接收。请拆成几份后上传。');
      }
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

async function scanStream(
  scan: Scan,
  description: string,
  start: number,
  isEncrypted: boolean,
): Promise<void> {
  const plain = unescape(description.slice(description.lastIndexOf('endobj') + 1));
  if (OBJECT_STREAM.test(plain) && OTHER_CODING.test(plain) && !isEncrypted) {
    throw new Refused(
      'active-content',
      'PDF 的内部目录用了不常见的压缩方式，无法检查其中有无脚本，没有接收。请用“打印—另存为 PDF”重新生成一份后上传。',
    );
  }
  if (!NUMBERS.test(taste(await readPart(scan.window.handle, start, TASTE_BYTES)))) return;
  await scanCompressed(scan, start);
}

/**
 * @param isEncrypted its compressed objects cannot be read by anybody without the password, nor be looked into here
 * @throws Refused for scripts, programs to be started, attachments and actions of their own accord
 */
export async function refuseActivePdf(window: FileWindow, isEncrypted: boolean): Promise<void> {
  const scan: Scan = { window, inflatedBytes: 0 };
  let before = '';
  let position = 0;
  for await (const piece of pieces(window)) {
    const text = before + piece.toString('latin1');
    refuseFindings(text);
    const offset = position - before.length;
    for (const { index, 0: word } of text.matchAll(STREAM)) {
      const content = index + word.length;
      // Found before, at the end of the last piece.
      if (content <= before.length - 1) continue;
      const description = text.slice(Math.max(0, index - DESCRIPTION), index);
      await scanStream(scan, description, offset + content, isEncrypted);
    }
    position += piece.length;
    before = text.slice(-DESCRIPTION);
  }
}
