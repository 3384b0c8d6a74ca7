import type {
  BodyBlock,
  BodyCell,
  BodyInline,
  BodyMark,
  DocumentBody,
  PlainMark,
} from '@zhaoshi/domain/disclosure/document-body';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentPicture } from './document-views.ts';

const MARKED: Readonly<Record<PlainMark, (inner: SafeHtml) => SafeHtml>> = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strike: (inner) => html`<s>${inner}</s>`,
  sub: (inner) => html`<sub>${inner}</sub>`,
  sup: (inner) => html`<sup>${inner}</sup>`,
};

const marked = (inner: SafeHtml, mark: BodyMark): SafeHtml =>
  mark.type === 'link'
    ? html`<a href="${mark.attrs.href}" rel="noopener">${inner}</a>`
    : MARKED[mark.type](inner);

const inlines = (content: readonly BodyInline[] = []): readonly SafeHtml[] =>
  content.map((node) =>
    node.type === 'hard_break' ? html`<br>` : (node.marks ?? []).reduce(marked, html`${node.text}`),
  );

function cellHtml({ type, attrs, content }: BodyCell, pictures: Pictures): SafeHtml {
  const inner = blocks(content, pictures);
  const span = html`${attrs.colspan > 1 ? html` colspan="${attrs.colspan}"` : null}${attrs.rowspan > 1 ? html` rowspan="${attrs.rowspan}"` : null}`;
  return type === 'table_header' ? html`<th${span}>${inner}</th>` : html`<td${span}>${inner}</td>`;
}

type Pictures = ReadonlyMap<string, string>;

/** Styles are classes: the portal's policy allows no style of its own to any element. */
function blockHtml(block: BodyBlock, pictures: Pictures): SafeHtml {
  switch (block.type) {
    case 'paragraph': {
      const { align, indent } = block.attrs;
      const style = `${align}${indent > 0 ? ` indent-${indent}` : ''}`;
      return html`<p class="${style}">${inlines(block.content)}</p>
`;
    }
    case 'heading': {
      const { level, align } = block.attrs;
      const inner = inlines(block.content);
      if (level === 1)
        return html`<h2 class="${align}">${inner}</h2>
`;
      return level === 2
        ? html`<h3 class="${align}">${inner}</h3>
`
        : html`<h4 class="${align}">${inner}</h4>
`;
    }
    case 'bullet_list':
      return html`<ul>${block.content.map(({ content }) => html`<li>${blocks(content, pictures)}</li>`)}</ul>
`;
    case 'ordered_list':
      return html`<ol start="${block.attrs.order}">${block.content.map(({ content }) => html`<li>${blocks(content, pictures)}</li>`)}</ol>
`;
    case 'table':
      return html`<div class="wide" tabindex="0" role="group" aria-label="表格"><table><tbody>
${block.content.map(
  ({ content }) => html`<tr>${content.map((cell) => cellHtml(cell, pictures))}</tr>
`,
)}</tbody></table></div>
`;
    case 'image': {
      const path = pictures.get(block.attrs.fileId);
      return path === undefined
        ? html``
        : html`<figure><img src="${path}" alt="${block.attrs.alt}" loading="lazy"></figure>
`;
    }
    case 'horizontal_rule':
      return html`<hr>
`;
    default:
      return assertNever(block);
  }
}

const blocks = (content: readonly BodyBlock[], pictures: Pictures): readonly SafeHtml[] =>
  content.map((block) => blockHtml(block, pictures));

/** The text of a document as it stands on its page; everything is escaped, pictures lead to published files only. */
export const documentBodyHtml = (body: DocumentBody, pictures: readonly DocumentPicture[]): SafeHtml =>
  html`${blocks(body.content, new Map(pictures.map(({ fileId, path }) => [fileId, path])))}`;
