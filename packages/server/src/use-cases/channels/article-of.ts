import { bodyPictures } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { withoutTitle } from '@zhaoshi/domain/disclosure/without-title';
import { type BodyWriter, MARK_HTML, writeBlocks } from '@zhaoshi/domain/disclosure/write-body';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';

/** A picture of the text under the name that it has beside the article. */
export interface ArticlePicture {
  readonly fileId: string;
  readonly name: string;
  readonly alt: string;
}

export interface Article {
  readonly html: SafeHtml;
  readonly pictures: readonly ArticlePicture[];
}

/** Editors of public accounts keep inline styles and drop classes; they take no links to other sites. */
const STYLES = {
  paragraph: 'margin:0 0 1em;font-size:16px;line-height:1.75;',
  heading: 'margin:1.2em 0 .6em;font-size:18px;font-weight:bold;line-height:1.5;',
  table: 'border-collapse:collapse;width:100%;margin:0 0 1em;font-size:14px;',
  cell: 'border:1px solid #999;padding:4px 6px;vertical-align:top;',
  picture: 'margin:0 0 1em;text-align:center;color:#666;',
} as const;

const nameOf = (pictures: readonly ArticlePicture[], fileId: string): string =>
  pictures.find((picture) => picture.fileId === fileId)?.name ?? '';

const articleWriter = (pictures: readonly ArticlePicture[]): BodyWriter<SafeHtml> => ({
  text: (text) => html`${text}`,
  lineBreak: () => html`<br>`,
  marked: (inner, mark) => (mark.type === 'link' ? inner : MARK_HTML[mark.type](inner)),
  paragraph: ({ attrs: { align, indent } }, inner) => {
    const style = `${STYLES.paragraph}text-align:${align};text-indent:${indent}em;`;
    return html`<p style="${style}">${inner}</p>`;
  },
  heading: ({ attrs }, inner) =>
    html`<p style="${`${STYLES.heading}text-align:${attrs.align};`}">${inner}</p>`,
  list: (block, items) => {
    const rows = items.map((inner) => html`<li>${inner}</li>`);
    return block.type === 'bullet_list'
      ? html`<ul>${rows}</ul>`
      : html`<ol start="${block.attrs.order}">${rows}</ol>`;
  },
  table: (rows) =>
    html`<table style="${STYLES.table}"><tbody>${rows.map(
      (cells) =>
        html`<tr>${cells.map(
          ({ cell: { attrs }, inner }) =>
            html`<td style="${STYLES.cell}" colspan="${attrs.colspan}" rowspan="${attrs.rowspan}">${inner}</td>`,
        )}</tr>`,
    )}</tbody></table>`,
  image: ({ fileId, alt }) =>
    html`<p style="${STYLES.picture}">〔此处插入${nameOf(pictures, fileId)}：${alt}〕</p>`,
  rule: () => html`<hr>`,
});

/**
 * The text of a document for the editor of a public account: only elements and inline styles that it keeps, everything
 * escaped; pictures are taken beside it and named where they belong.
 *
 * @param source address of the page, told at the end: every post leads to the platform's record
 */
export function articleOf({ title, body, documentNumber }: DocumentContent, source: string): Article {
  const found = new Map(bodyPictures(body).map((picture) => [picture.fileId, picture]));
  const pictures = [...found.values()].map(({ fileId, alt }, index) => ({
    fileId,
    alt,
    name: `图片${index + 1}`,
  }));
  const number =
    documentNumber === ''
      ? null
      : html`<p style="${`${STYLES.paragraph}text-align:center;`}">${documentNumber}</p>`;
  const end = html`<p style="${`${STYLES.paragraph}color:#666;font-size:14px;`}">来源：${source}</p>`;
  return {
    html: html`${number}${writeBlocks(withoutTitle(body, title).content, articleWriter(pictures))}${end}`,
    pictures,
  };
}
