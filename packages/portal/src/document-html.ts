import { type BodyBlock, blocksInside, type DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import {
  type BodyWriter,
  MARK_HTML,
  type WrittenCell,
  writeBlocks,
} from '@zhaoshi/domain/disclosure/write-body';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentPicture } from './document-views.ts';

/** What a block is shown with: where its pictures are, and which level each heading has on the page. */
interface Shown {
  readonly paths: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<BodyBlock, number>;
}

const LOWEST = 4;

/** Levels of headings under the title, of which none is left out on the way down: writers begin with any (WCAG 1.3.1). */
function headingLevels(content: readonly BodyBlock[]): ReadonlyMap<BodyBlock, number> {
  const levels = new Map<BodyBlock, number>();
  // The writer's levels of the headings above.
  const above: number[] = [];
  const walk = (all: readonly BodyBlock[]): void => {
    for (const block of all) {
      if (block.type === 'heading') {
        while ((above.at(-1) ?? 0) >= block.attrs.level) above.pop();
        above.push(block.attrs.level);
        levels.set(block, Math.min(above.length + 1, LOWEST));
      } else walk(blocksInside(block));
    }
  };
  walk(content);
  return levels;
}

function cellHtml({ cell: { type, attrs }, inner }: WrittenCell<SafeHtml>): SafeHtml {
  const span = html`${attrs.colspan > 1 ? html` colspan="${attrs.colspan}"` : null}${attrs.rowspan > 1 ? html` rowspan="${attrs.rowspan}"` : null}`;
  return type === 'table_header' ? html`<th${span}>${inner}</th>` : html`<td${span}>${inner}</td>`;
}

function headingHtml(level: number, align: string, inner: readonly SafeHtml[]): SafeHtml {
  if (level === 2)
    return html`<h2 class="${align}">${inner}</h2>
`;
  return level === 3
    ? html`<h3 class="${align}">${inner}</h3>
`
    : html`<h4 class="${align}">${inner}</h4>
`;
}

/** Styles are classes: the portal's policy allows no style of its own to any element. */
const pageWriter = ({ paths, levels }: Shown): BodyWriter<SafeHtml> => ({
  text: (text) => html`${text}`,
  lineBreak: () => html`<br>`,
  marked: (inner, mark) =>
    mark.type === 'link'
      ? html`<a href="${mark.attrs.href}" rel="noopener">${inner}</a>`
      : MARK_HTML[mark.type](inner),
  paragraph: ({ attrs: { align, indent } }, inner) => {
    const style = `${align}${indent > 0 ? ` indent-${indent}` : ''}`;
    return html`<p class="${style}">${inner}</p>
`;
  },
  heading: (block, inner) => headingHtml(levels.get(block) ?? LOWEST, block.attrs.align, inner),
  list: (block, items) => {
    const rows = items.map((inner) => html`<li>${inner}</li>`);
    return block.type === 'bullet_list'
      ? html`<ul>${rows}</ul>
`
      : html`<ol start="${block.attrs.order}">${rows}</ol>
`;
  },
  table: (rows) => html`<div class="wide" tabindex="0" role="group" aria-label="表格"><table><tbody>
${rows.map(
  (cells) => html`<tr>${cells.map(cellHtml)}</tr>
`,
)}</tbody></table></div>
`,
  image: ({ fileId, alt }) => {
    const path = paths.get(fileId);
    return path === undefined
      ? html``
      : html`<figure><img src="${path}" alt="${alt}" loading="lazy"></figure>
`;
  },
  rule: () => html`<hr>
`,
});

/** The text of a document as it stands on its page; everything is escaped, pictures lead to published files only. */
export function documentBodyHtml({ content }: DocumentBody, pictures: readonly DocumentPicture[]): SafeHtml {
  const paths = new Map(pictures.map(({ fileId, path }) => [fileId, path]));
  return html`${writeBlocks(content, pageWriter({ paths, levels: headingLevels(content) }))}`;
}
