import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { FileRejection } from '../rejection.ts';
import { ALLOWED_EXTENSIONS, FILE_KINDS } from './file-kinds.ts';

export interface JudgedName {
  /** The name as a label: safe to show, and to be saved under by a browser on any system. */
  readonly name: string;
  /** In lower case, one of `FILE_KINDS`. */
  readonly extension: string;
}

/** Characters, and bytes of UTF-8: file systems take 255 bytes. */
const LONGEST = 200;
const LONGEST_BYTES = 250;

/** Line breaks, NUL and other controls; marks that turn the direction of writing or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** Not allowed in names on Windows, or the end of a path. */
const FORBIDDEN = /[<>:"|?*/\\]/g;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Extensions of programs, scripts and pages, which in front of the last extension are either a trick on the reader
 * (hidden extensions) or on a web server that goes by them. `com` is not here: host names stand in titles.
 */
const DANGEROUS = new Set(
  (
    'exe dll scr pif msi msp bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta lnk url reg inf cpl jar class apk ' +
    'sh bash py pl rb cgi php php3 php4 php5 phtml phar asp aspx ashx asmx cer cfm jsp jspx jspf war ' +
    'html htm xhtml shtml mht mhtml svg svgz xml xsl xslt swf ' +
    'docm dotm xlsm xltm xlsb xlam pptm potm ppam htaccess'
  ).split(' '),
);

/** Browsers of old send the whole path of the file; only its end is the name. */
function lastPart(raw: string): string {
  return raw.slice(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
}

function shorten(stem: string, extension: string): string {
  let short = Array.from(stem)
    .slice(0, LONGEST - extension.length - 1)
    .join('');
  while (Buffer.byteLength(`${short}.${extension}`) > LONGEST_BYTES)
    short = Array.from(short).slice(0, -1).join('');
  return short;
}

/**
 * Cleans the name that came with a file and judges its extensions. The name is judged after cleaning, and only the
 * cleaned one is ever shown: what the eye reads and what the extension says cannot differ.
 */
export function judgeFileName(raw: string): Result<JudgedName, FileRejection> {
  const cleaned = lastPart(raw.toWellFormed().normalize('NFC').replaceAll(UNSEEN, '')).replaceAll(
    FORBIDDEN,
    '_',
  );
  const name = cleaned.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
  const parts = name.split('.').map((part) => part.trim());
  const extension = parts.at(-1)?.toLowerCase() ?? '';
  if (parts.length < 2 || parts[0] === '') {
    return err({
      code: 'name-missing',
      message: `文件没有完整的名称和扩展名，无法判断类型。请改名（例如“通知.pdf”）后重新上传。可上传：${ALLOWED_EXTENSIONS}。`,
    });
  }
  if (!FILE_KINDS.has(extension)) {
    return err({ code: 'type-not-allowed', message: refusedType(extension) });
  }
  const inner = parts.slice(1, -1).find((part) => DANGEROUS.has(part.toLowerCase()));
  if (inner !== undefined) {
    return err({
      code: 'double-extension',
      message: `文件名中间含有程序或网页的扩展名“.${inner.toLowerCase()}”，为防止伪装没有接收。请核对文件来源；确为正常文件的，去掉该部分后重新上传。`,
    });
  }
  const stem = shorten(name.slice(0, name.lastIndexOf('.')).trimEnd(), extension);
  return ok({ name: `${RESERVED.test(`${stem}.`) ? '_' : ''}${stem}.${extension}`, extension });
}

const ARCHIVES = new Set(['zip', 'rar', '7z', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zipx']);
const MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'xlam', 'pptm', 'potm', 'ppam']);
const PICTURES = new Set(['gif', 'bmp', 'tif', 'tiff', 'webp', 'heic', 'heif', 'avif', 'svg']);
const DOCUMENTS = new Set([
  'ppt',
  'pptx',
  'dps',
  'rtf',
  'odt',
  'ods',
  'odp',
  'html',
  'htm',
  'mht',
  'xml',
  'wpt',
  'uof',
]);

function refusedType(extension: string): string {
  const advice = ARCHIVES.has(extension)
    ? '压缩包里的内容无法逐份审查，请解压后逐个上传。'
    : MACROS.has(extension)
      ? '含宏的文件可能带有程序，请另存为不含宏的 .docx 或 .xlsx 后上传。'
      : PICTURES.has(extension)
        ? '请另存为 .jpg、.png 或 PDF 后上传。'
        : DOCUMENTS.has(extension)
          ? '请另存为 PDF 或 .docx 后上传。'
          : '请核对是否选错了文件，或另存为可上传的格式。';
  // What stands behind the last dot is shown only when it can be an extension.
  const shown = /^[a-z0-9]{1,8}$/.test(extension) ? `“.${extension}”文件` : '这种文件';
  return `不接收${shown}。${advice}可上传：${ALLOWED_EXTENSIONS}。`;
}
