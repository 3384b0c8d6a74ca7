import { type ReadErrorCode, ReadFailure } from '../read-error.ts';
import type { FileFormat, ReadNote } from '../source-document.ts';
import { refuseKnownBinary, startsWith } from './sniff-binary.ts';
import { isOle, isWord95, listOle } from './sniff-ole.ts';
import { sniffText } from './sniff-text.ts';
import { listZip } from './sniff-zip.ts';

const RESAVE = '请用 Word 或 WPS 打开，另存为 .docx 后重试。';
const PDF_SEARCH_BYTES = 1_024;

const FORMAT_NAMES: Readonly<Record<FileFormat, string>> = {
  docx: 'Word 文档（.docx）',
  doc: '旧版 Word 文档（.doc）',
  pdf: 'PDF',
  html: '网页（HTML）',
  xlsx: '电子表格',
  txt: '纯文本',
  json: 'JSON',
};

/** Extensions under which each format is at home; .wps and .et are Kingsoft's names for Word and Excel files. */
const EXTENSIONS: Readonly<Record<FileFormat, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm', 'wps', 'wpt'],
  doc: ['doc', 'dot', 'wps', 'wpt'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml', 'shtml', 'mht', 'mhtml'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xlsb', 'xls', 'xlt', 'et', 'ett', 'ods'],
  txt: ['txt', 'text', 'md'],
  json: ['json'],
};

function refuse(message: string, code: ReadErrorCode = 'unsupported-format'): never {
  throw new ReadFailure(code, message);
}

function extensionOf(name: string | undefined): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase();
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_SEARCH_BYTES));
  return head.includes('%PDF-');
}

function sniffOpenDocument(mimetype: string): FileFormat {
  if (mimetype.includes('opendocument.spreadsheet')) return 'xlsx';
  if (mimetype.includes('opendocument.text')) {
    return refuse(`这是 ODT 文档（OpenDocument 文本），暂不支持。${RESAVE}`);
  }
  return refuse('这是 OpenDocument 文件，但不是文档或电子表格，无法读取。请提供 .docx、.pdf 或网页文件。');
}

function sniffZip(bytes: Uint8Array, extension: string | undefined): FileFormat {
  const { names, mimetype } = listZip(bytes);
  if (mimetype?.includes('opendocument')) return sniffOpenDocument(mimetype);
  if (names.includes('ofd.xml')) {
    return refuse('这是 OFD 版式文件，暂不支持。请用 WPS 或 OFD 阅读器转换为 .docx 或 PDF 后重试。');
  }
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => name.startsWith('ppt/'))) {
    return refuse('这是演示文稿（PowerPoint），不是年度报告文档。请提供 .docx、.pdf 或网页文件。');
  }
  const office = names.includes('[content_types].xml') || names.includes('_rels/.rels');
  // The directory of a cut-off file is gone: the reader that its name asks for will say that it is damaged.
  if (office || names.length === 0)
    return extension !== undefined && EXTENSIONS.xlsx.includes(extension) ? 'xlsx' : 'docx';
  return refuse('这是压缩包（ZIP），不是一份报告。请先解压，再逐个读取其中的文件。');
}

function sniffOle(bytes: Uint8Array, extension: string | undefined): FileFormat {
  const entries = listOle(bytes);
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('EncryptedPackage')) {
    return refuse('文件设有打开密码，无法读取。请取消密码保护后重试。', 'encrypted');
  }
  const word = entries.find((entry) => entry.name === 'WordDocument');
  const excel = names.has('Workbook') || names.has('Book');
  // Either may hold the other as an embedded object; Word keeps those in a storage of this name.
  const embedsExcel =
    names.has('ObjectPool') || extension === undefined || !EXTENSIONS.xlsx.includes(extension);
  if (word !== undefined && (!excel || embedsExcel)) {
    if (isWord95(bytes, word)) return refuse(`这是 Word 6.0/95 格式的文档，版本太旧，无法读取。${RESAVE}`);
    return 'doc';
  }
  if (excel) return 'xlsx';
  if (names.has('PowerPoint Document')) {
    return refuse('这是演示文稿（PowerPoint），不是年度报告文档。请提供 .docx、.pdf 或网页文件。');
  }
  if (names.has('CONTENTS') || names.has('MatOST')) {
    return refuse(`这是微软 Works 文档（与金山 WPS 同扩展名但格式不同），无法读取。${RESAVE}`);
  }
  if (names.size === 0)
    return refuse('文件是旧版 Office 格式，但已残缺，无法读取。请重新获取文件。', 'damaged');
  return refuse(`文件是旧版 Office 容器格式，但其中没有 Word 或 Excel 内容，无法读取。${RESAVE}`);
}

function sniffTextual(bytes: Uint8Array, extension: string | undefined): FileFormat {
  const kind = sniffText(bytes);
  switch (kind) {
    case 'html':
    case 'mhtml':
      return 'html';
    case 'markedText':
      // Plain text may speak of tags; the name decides.
      return extension !== undefined && EXTENSIONS.txt.includes(extension) ? 'txt' : 'html';
    case 'txt':
    case 'json':
      return kind;
    case 'rtf':
      return refuse(`这是 RTF 文档，暂不支持。${RESAVE}`);
    case 'wordXml':
      return refuse(`这是 Word XML 文档，暂不支持。${RESAVE}`);
    case 'excelXml':
      return refuse('这是 Excel XML 表格，暂不支持。请用 Excel 或 WPS 打开，另存为 .xlsx 后重试。');
    case 'xml':
      return refuse('这是 XML 数据文件，不是年度报告文档。请提供 .docx、.pdf 或网页文件。');
    case 'empty':
      return refuse('文件是空的，没有任何文字。请确认选对了文件。', 'empty-file');
    default:
      refuseKnownBinary(bytes);
      return refuse(
        '无法识别文件格式，文件可能已损坏或不是文档。支持 .docx、.doc、.wps、.pdf、.html、.xlsx、.xls、.txt、.json。',
        'unknown-format',
      );
  }
}

/**
 * Tells the format of a file by its content; its name is asked only where the content leaves it open.
 *
 * @throws ReadFailure `empty-file`; `unsupported-format` or `encrypted` with what the file is and what to do;
 *   `unknown-format`; `damaged` for an Office file of which the directory is gone
 */
export function sniffFormat(bytes: Uint8Array, name?: string): FileFormat {
  if (bytes.length === 0) return refuse('文件是空的（0 字节）。请确认文件已完整保存或下载。', 'empty-file');
  const extension = extensionOf(name);
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes, extension);
  if (isOle(bytes)) return sniffOle(bytes, extension);
  if (hasPdfHeader(bytes)) return 'pdf';
  return sniffTextual(bytes, extension);
}

/** Says so when a file's extension promised something else than what was found in it. */
export function extensionNotes(format: FileFormat, name: string | undefined): ReadNote[] {
  const extension = extensionOf(name);
  const known = Object.values(EXTENSIONS).some((list) => extension !== undefined && list.includes(extension));
  if (extension === undefined || !known || EXTENSIONS[format].includes(extension)) return [];
  return [
    {
      kind: 'normalised',
      code: 'file.extension',
      message: `文件扩展名是 .${extension}，内容实为${FORMAT_NAMES[format]}，已按内容读取。`,
    },
  ];
}
