import { Refused } from './refused.ts';

/** Programs and scripts, which no document needs among its parts. */
const PROGRAM_NAME =
  /\.(?:exe|dll|scr|pif|com|msi|msp|bat|cmd|ps1|psm1|vb[se]|jse?|[mc]js|ws[fh]|hta|lnk|url|reg|inf|cpl|jar|class|apk|sh|bash|py|pl|rb|php\d?|phtml|aspx?|jsp|html?|xhtml)$/;

/** Beginnings of programs of Windows, Linux and macOS, of Java and Android, of shortcuts and of archives. */
const PROGRAM_MARKS = [
  '7f454c46',
  'cafebabe',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  '6465780a',
  '4c0000000114020000000000',
  '4d534346',
  '526172211a07',
  '377abcaf271c',
].map((mark) => Buffer.from(mark, 'hex'));

const SCRIPT = /^(?:\u00EF\u00BB\u00BF)?\s*(?:#!|@echo\s|<(?:\?php|\?=|%|script|html|!doctype\s+html))/i;

/** So much of a part tells whether it is a program. */
export const HEAD_BYTES = 512;

/** Obfuscated fonts begin with noise (ECMA-376 part 4, 3.2.3), which two letters prove nothing of. */
function isProgramOfWindows(name: string, head: Buffer): boolean {
  return head.toString('latin1', 0, 2) === 'MZ' && !name.endsWith('.odttf');
}

/**
 * @param name in lower case
 * @throws Refused for a part that is a program, a script or an archive of another kind
 */
export function refuseProgram(name: string, head: Buffer): void {
  const isProgram =
    PROGRAM_NAME.test(name) ||
    isProgramOfWindows(name, head) ||
    PROGRAM_MARKS.some((mark) => head.subarray(0, mark.length).equals(mark)) ||
    SCRIPT.test(head.toString('latin1'));
  if (!isProgram) return;
  throw new Refused(
    'active-content',
    '文件里嵌入了程序、脚本、网页或压缩包，没有接收。请打开文件，删去插入的对象或附件后另存一份；确需提供的材料请单独上传。',
  );
}
