/** What the content of a file is, however it is named. */
export type ContentKind =
  | 'pdf'
  | 'ofd'
  | 'docx'
  | 'xlsx'
  | 'encryptedOffice'
  | 'oldWord'
  | 'oldExcel'
  | 'text'
  | 'jpeg'
  | 'png';

interface FileKind {
  readonly mediaType: string;
  /** What may stand behind the extension. */
  readonly contents: readonly ContentKind[];
}

/**
 * The files that are taken, by extension; everything else is refused. They are what a disclosure office drafts in
 * (公文 in WPS, Word and OFD: GB/T 33190), sends out (PDF) and gets from counters and applicants (scans, lists).
 * Archives are not among them: nobody could review or mask what is inside before it is published.
 */
export const FILE_KINDS: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ['pdf', { mediaType: 'application/pdf', contents: ['pdf'] }],
  ['ofd', { mediaType: 'application/ofd', contents: ['ofd'] }],
  [
    'docx',
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      contents: ['docx', 'encryptedOffice'],
    },
  ],
  ['doc', { mediaType: 'application/msword', contents: ['oldWord'] }],
  ['wps', { mediaType: 'application/wps-office.wps', contents: ['oldWord', 'docx', 'encryptedOffice'] }],
  [
    'xlsx',
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      contents: ['xlsx', 'encryptedOffice'],
    },
  ],
  ['xls', { mediaType: 'application/vnd.ms-excel', contents: ['oldExcel'] }],
  ['et', { mediaType: 'application/wps-office.et', contents: ['oldExcel', 'xlsx', 'encryptedOffice'] }],
  ['txt', { mediaType: 'text/plain', contents: ['text'] }],
  ['csv', { mediaType: 'text/csv', contents: ['text'] }],
  ['jpg', { mediaType: 'image/jpeg', contents: ['jpeg'] }],
  ['jpeg', { mediaType: 'image/jpeg', contents: ['jpeg'] }],
  ['png', { mediaType: 'image/png', contents: ['png'] }],
]);

/** For messages. */
export const CONTENT_NAMES: Readonly<Record<ContentKind, string>> = {
  pdf: 'PDF（.pdf）',
  ofd: 'OFD 版式文件（.ofd）',
  docx: 'Word 文档（.docx）',
  xlsx: 'Excel 表格（.xlsx）',
  encryptedOffice: '设有打开密码的 Office 文件（.docx 或 .xlsx）',
  oldWord: '旧版 Word 或 WPS 文字（.doc、.wps）',
  oldExcel: '旧版 Excel 或 WPS 表格（.xls、.et）',
  text: '纯文本（.txt、.csv）',
  jpeg: 'JPEG 图片（.jpg）',
  png: 'PNG 图片（.png）',
};

/** For messages: what can be uploaded. */
export const ALLOWED_EXTENSIONS = Array.from(FILE_KINDS.keys(), (extension) => `.${extension}`).join(' ');
