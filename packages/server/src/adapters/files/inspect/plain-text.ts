import { sniffText, type TextKind } from '@zhaoshi/report-files/read/sniff-text';
import { type FileWindow, pieces } from './file-window.ts';

/** Text that is no text to a program: pages, data with their own readers, scripts. */
export type TextVerdict = 'text' | 'markup' | 'script' | 'binary';

const PLAIN = new Set<TextKind>(['txt', 'json', 'empty']);
/** A script's first line, a server page, or a tag at the very beginning (SVG, a bare script element). */
const SCRIPT = /^#!|^<(?:\?(?:php|=)|%)/i;
const MARKUP = /^<[a-z!?/]/i;
/** Anywhere: elements that run, load or disguise something, and handlers and addresses that run in any element. */
const ACTIVE =
  /<(?:script|svg|math|i?frame|frameset|object|embed|applet|meta|base|link|style|form|img|image|video|audio|marquee|html|head|body)[\s>/]|<[a-z][^<>]{0,1000}(?:[\s/"']on[a-z]{3,30}\s*=|javascript:)/i;
/** A server page, which some servers run under any name. */
const SERVER_PAGE = /<\?(?:php|=)/i;

/** Longer than what `ACTIVE` looks at in one place. */
const OVERLAP = 2048;

function decoderOf(head: Buffer): InstanceType<typeof TextDecoder> | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  return head[0] === 0xfe && head[1] === 0xff ? new TextDecoder('utf-16be') : null;
}

/** Judges the whole of it piece by piece; tags are ASCII in every encoding that a text file has here. */
async function judgeWhole(window: FileWindow): Promise<TextVerdict> {
  const decoder = decoderOf(window.head);
  let before = '';
  for await (const piece of pieces(window)) {
    // No text has zero bytes; in UTF-16 they are halves of letters.
    if (decoder === null && piece.includes(0)) return 'binary';
    const text = before + (decoder?.decode(piece, { stream: true }) ?? piece.toString('latin1'));
    if (decoder !== null && text.includes('\0')) return 'binary';
    if (ACTIVE.test(text)) return 'markup';
    if (SERVER_PAGE.test(text)) return 'script';
    before = text.slice(-OVERLAP);
  }
  return 'text';
}

/** Whether it is text that is written for people to read, and which kind it is otherwise. */
export async function judgeText(window: FileWindow): Promise<TextVerdict> {
  const { head } = window;
  const kind = sniffText(head);
  if (kind === undefined) return 'binary';
  const beginning = (decoderOf(head) ?? new TextDecoder('latin1'))
    .decode(head)
    .replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '')
    .trimStart();
  if (SCRIPT.test(beginning)) return 'script';
  if (!PLAIN.has(kind) || MARKUP.test(beginning)) return 'markup';
  return await judgeWhole(window);
}
