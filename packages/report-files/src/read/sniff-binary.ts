import { ReadFailure } from '../read-error.ts';

const IMAGE =
  '这是图片，不是文字文件，无法直接读取。请提供 .docx、.pdf（可选中文字的）或网页文件；如只有扫描件，请先做文字识别（OCR）。';
const ARCHIVE = '这是压缩包，不是一份报告。请先解压，再逐个读取其中的文件。';
const PROGRAM = '这是程序文件，不是文档，未读取。';
const OLD_WORD =
  '这是很旧的 Word 格式（Word 2.0 或“写字板”），无法读取。请用 Word 或 WPS 打开，另存为 .docx 后重试。';

/** Beginnings, as latin-1 characters, of files that people hand in but that hold no readable report. */
const KNOWN: readonly { readonly begins: string; readonly at?: number; readonly message: string }[] = [
  { begins: '\x89PNG\r\n', message: IMAGE },
  { begins: '\xff\xd8\xff', message: IMAGE },
  { begins: 'GIF8', message: IMAGE },
  { begins: 'II*\0', message: IMAGE },
  { begins: 'MM\0*', message: IMAGE },
  { begins: 'BM', message: IMAGE },
  { begins: 'WEBP', at: 8, message: IMAGE },
  { begins: 'ftypheic', at: 4, message: IMAGE },
  { begins: 'ftypheix', at: 4, message: IMAGE },
  { begins: 'ftypmif1', at: 4, message: IMAGE },
  { begins: 'ftypavif', at: 4, message: IMAGE },
  { begins: 'Rar!\x1a\x07', message: ARCHIVE },
  { begins: '7z\xbc\xaf\x27\x1c', message: ARCHIVE },
  { begins: '\x1f\x8b', message: ARCHIVE },
  { begins: 'MZ', message: PROGRAM },
  { begins: '\x7fELF', message: PROGRAM },
  { begins: '\xdb\xa5\x2d\0', message: OLD_WORD },
  { begins: '\x31\xbe\0\0', message: OLD_WORD },
];

/** Whether the bytes at an offset are the latin-1 characters given. */
export function startsWith(bytes: Uint8Array, latin1: string, at = 0): boolean {
  for (let index = 0; index < latin1.length; index++) {
    if (bytes[at + index] !== latin1.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether the file is a picture by its beginning. */
export function isPicture(bytes: Uint8Array): boolean {
  return KNOWN.some(({ begins, at, message }) => message === IMAGE && startsWith(bytes, begins, at));
}

/**
 * Refuses a file that is no text, if its beginning tells what it is.
 *
 * @throws ReadFailure `unsupported-format`
 */
export function refuseKnownBinary(bytes: Uint8Array): void {
  const known = KNOWN.find(({ begins, at }) => startsWith(bytes, begins, at));
  if (known !== undefined) throw new ReadFailure('unsupported-format', known.message);
}
