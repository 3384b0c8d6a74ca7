import { Refused } from './refused.ts';

/** Parts of packages that programs read as XML; drawings kept as SVG are pictures, which may name their type. */
const XML_NAME = /\.(?:xml|rels|vml)$/;

/** What may stand before the first element: the declaration, instructions and comments. Office writes a line. */
const PROLOG = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/;

/** So much of an XML part is looked at; whatever keeps its first element further away hides something. */
export const PROLOG_BYTES = 8 * 1024;

export const isXmlPart = (name: string): boolean => XML_NAME.test(name);

/** In whatever encoding: marks and the zeros of UTF-16 taken out. */
const plain = (head: Buffer): string =>
  head
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '')
    .replaceAll('\0', '');

/**
 * A type of document, with which entities and external files come in (attack list, 18). No office program writes one
 * (ECMA-376 part 2 forbids it), and ours read none; but whoever downloads the file may have one that does.
 *
 * @param name in lower case
 * @throws Refused when a part has one, or keeps its beginning out of sight
 */
export function refuseDocumentType(name: string, head: Buffer): void {
  if (!isXmlPart(name)) return;
  const text = plain(head);
  const behind = text.slice(PROLOG.exec(text)?.[0].length ?? 0);
  const isHidden = head.length >= PROLOG_BYTES && (behind === '' || /^<[?!]/.test(behind));
  if (!isHidden && !/^<!doctype/i.test(behind)) return;
  throw new Refused(
    'active-content',
    '文件内部带有文档类型声明，可能引入文件外的内容，没有接收。请用 Word、Excel 或 WPS 打开，另存一份后重新上传。',
  );
}
