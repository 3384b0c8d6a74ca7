import { sniffText, type TextKind } from '@zhaoshi/report-files/read/sniff-text';
import { type FileWindow, pieces } from './file-window.ts';

/** Text that is no text to a program: pages, data with their own readers, scripts. */
export type TextVerdict = 'text' | 'markup' | 'script' | 'binary';

const PLAIN = new Set<TextKind>(['txt', 'json', 'empty']);
/** A script's first line, a server page, or a tag at the very beginning (SVG, a bare script element). */
const SCRIPT = /^#!|^<(?:\?(?:php|=)|%)/i;
const MARKUP = /^<[a-z!?/]/i;
/** Somewhere further down; nothing that is written for people to read speaks in these. */
const SCRIPT_TAG = /<(?:script|svg|iframe|object|embed)[\s>/]/i;

const UTF16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** Whether the beginning is text, and which kind of it; then that the rest holds no zero bytes, which no text has. */
export async function judgeText(window: FileWindow): Promise<TextVerdict> {
  const { head } = window;
  const kind = sniffText(head);
  if (kind === undefined) return 'binary';
  const isUtf16 = UTF16.some((mark) => head.subarray(0, 2).equals(mark));
  const text = (
    isUtf16 ? new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be') : new TextDecoder('latin1')
  )
    .decode(head)
    .replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '')
    .trimStart();
  if (SCRIPT.test(text)) return 'script';
  if (!PLAIN.has(kind) || MARKUP.test(text) || SCRIPT_TAG.test(text)) return 'markup';
  if (isUtf16) return 'text';
  for await (const piece of pieces(window)) {
    if (piece.includes(0)) return 'binary';
  }
  return 'text';
}
