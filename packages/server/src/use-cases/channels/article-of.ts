import type { BodyBlock, BodyInline, BodyMark } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
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

const TAGS: Readonly<Record<Exclude<BodyMark['type'], 'link'>, (inner: SafeHtml) => SafeHtml>> = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strike: (inner) => html`<s>${inner}</s>`,
  sub: (inner) => html`<sub>${inner}</sub>`,
  sup: (inner) => html`<sup>${inner}</sup>`,
};

const inlines = (content: readonly BodyInline[] = []): readonly SafeHtml[] =>
  content.map((node) =>
    node.type === 'hard_break'
      ? html`<br>`
      : (node.marks ?? []).reduce(
          (inner, mark) => (mark.type === 'link' ? inner : TAGS[mark.type](inner)),
          html`${node.text}`,
        ),
  );

const named = (pictures: readonly ArticlePicture[], fileId: string): string =>
  pictures.find((picture) => picture.fileId === fileId)?.name ?? '';

function blockHtml(block: BodyBlock, pictures: readonly ArticlePicture[]): SafeHtml {
  const inner = (content: readonly BodyBlock[]) => content.map((one) => blockHtml(one, pictures));
  switch (block.type) {
    case 'paragraph': {
      const { align, indent } = block.attrs;
      const style = `${STYLES.paragraph}text-align:${align};text-indent:${indent}em;`;
      return html`<p style="${style}">${inlines(block.content)}</p>`;
    }
    case 'heading':
      return html`<p style="${`${STYLES.heading}text-align:${block.attrs.align};`}">${inlines(block.content)}</p>`;
    case 'bullet_list':
      return html`<ul>${block.content.map(({ content }) => html`<li>${inner(content)}</li>`)}</ul>`;
    case 'ordered_list':
      return html`<ol start="${block.attrs.order}">${block.content.map(({ content }) => html`<li>${inner(content)}</li>`)}</ol>`;
    case 'table':
      return html`<table style="${STYLES.table}"><tbody>${block.content.map(
        ({ content }) =>
          html`<tr>${content.map(
            (cell) =>
              html`<td style="${STYLES.cell}" colspan="${cell.attrs.colspan}" rowspan="${cell.attrs.rowspan}">${inner(cell.content)}</td>`,
          )}</tr>`,
      )}</tbody></table>`;
    case 'image':
      return html`<p style="${STYLES.picture}">〔此处插入${named(pictures, block.attrs.fileId)}：${block.attrs.alt}〕</p>`;
    case 'horizontal_rule':
      return html`<hr>`;
    default:
      return assertNever(block);
  }
}

function picturesIn(blocks: readonly BodyBlock[]): readonly { fileId: string; alt: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'image') return [block.attrs];
    if (block.type === 'table')
      return block.content.flatMap((row) => row.content.flatMap((cell) => picturesIn(cell.content)));
    if (block.type === 'bullet_list' || block.type === 'ordered_list')
      return block.content.flatMap((item) => picturesIn(item.content));
    return [];
  });
}

/**
 * The text of a document for the editor of a public account: only elements and inline styles that it keeps, everything
 * escaped; pictures are taken beside it and named where they belong.
 *
 * @param source address of the page, told at the end: every post leads to the platform's record
 */
export function articleOf({ body, documentNumber }: DocumentContent, source: string): Article {
  const found = new Map(picturesIn(body.content).map((picture) => [picture.fileId, picture]));
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
    html: html`${number}${body.content.map((block) => blockHtml(block, pictures))}${end}`,
    pictures,
  };
}
