import { isUtf8 } from 'node:buffer';
import { parseXml, type XmlAttributes } from '@zhaoshi/report-files/read/xml';
import { Refused } from './refused.ts';

/** Judging the two kinds of parts that say what an Office document (ECMA-376 part 2) contains and loads. */

const DECLARED_ENCODING = /^(?:\uFEFF)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/;

/** Office takes more encodings than UTF-8, but writes no other: another one is there to hide something. */
function requireUtf8(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('utf8', 0, 200);
  const declared = DECLARED_ENCODING.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  if (isUtf8(bytes) && !bytes.includes(0) && (declared === 'utf-8' || declared === 'utf8')) return;
  throw new Refused(
    'damaged',
    '文件内部的目录部分不是 UTF-8 编码，无法可靠检查，没有接收。请用 Word、Excel 或 WPS 打开，另存一份后重新上传。',
  );
}

/** Elements of a part with their names without prefix. */
export function readElements(
  bytes: Uint8Array,
  open: (name: string, attributes: XmlAttributes) => void,
  text?: (text: string) => void,
): void {
  requireUtf8(bytes);
  parseXml(bytes, {
    open: (name, attributes) => open(name.slice(name.indexOf(':') + 1), attributes),
    ...(text !== undefined && { text }),
  });
}

export const refuseMacro = (): Refused =>
  new Refused(
    'macro',
    '文件含有宏或控件，可能带有程序，没有接收。请另存为不含宏的 .docx 或 .xlsx，或转换为 PDF 后上传。',
  );

const MACRO_TYPE = /macroEnabled|vbaProject|intlmacrosheet|ms-excel\.macrosheet|activeX/i;
const MACRO_RELATION =
  /\/(?:vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet|control|activeXControlBinary)$/i;

/** @throws Refused when a part is VBA, an Excel 4.0 macro sheet or a control by its type */
export function judgeContentTypes(bytes: Uint8Array): void {
  readElements(bytes, (_name, attributes) => {
    if (MACRO_TYPE.test(attributes['ContentType'] ?? '')) throw refuseMacro();
  });
}

/** What is loaded from elsewhere, by the last part of the relationship's type, and how to make it part of the file. */
const EXTERNAL: Readonly<Record<string, string>> = {
  attachedTemplate:
    '引用了外部模板。请在“开发工具—文档模板”中改为 Normal 模板并取消“自动更新文档样式”，另存一份后重新上传。',
  oleObject: '链接了外部对象。请在“编辑指向文件的链接”中断开链接，另存一份后重新上传。',
  frame: '含有从外部读取的框架。请把内容复制到新文档，另存一份后重新上传。',
  subDocument: '引用了外部子文档。请在大纲视图中取消链接子文档，另存一份后重新上传。',
  externalLinkPath: '引用了其他工作簿。请在“数据—编辑链接”中断开链接（公式会变为数值），另存一份后重新上传。',
  image:
    '引用了不在文件内的图片。请在“编辑指向文件的链接”中断开链接，使图片保存在文件里，另存一份后重新上传。',
};

const isHyperlink = (type: string): boolean => /\/hyperlink$/i.test(type);

/** Scheme, share on the network, or drive: nothing inside the package is named so. */
const OUTSIDE = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i;

/** @throws Refused for what a program would fetch by itself when it opens the document; links for clicking stay */
export function judgeRelations(bytes: Uint8Array): void {
  readElements(bytes, (name, attributes) => {
    if (name !== 'Relationship') return;
    const { Type: type = '', Target: target = '', TargetMode: mode = '' } = attributes;
    if (MACRO_RELATION.test(type)) throw refuseMacro();
    if (isHyperlink(type)) return;
    if (mode.trim().toLowerCase() !== 'external' && !OUTSIDE.test(target)) return;
    const kind = type.slice(type.lastIndexOf('/') + 1);
    throw new Refused(
      'active-content',
      `文件打开时会从别处读取内容，没有接收：${EXTERNAL[kind] ?? '引用了外部内容。请断开文件中的全部外部链接，另存一份后重新上传。'}`,
    );
  });
}
