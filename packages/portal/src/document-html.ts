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

function cellHtml({ type, attrs, content }: BodyCell, shown: Shown): SafeHtml {
  const inner = blocks(content, shown);
  const span = html`${attrs.colspan > 1 ? html` colspan="${attrs.colspan}"` : null}${attrs.rowspan > 1 ? html` rowspan="${attrs.rowspan}"` : null}`;
  return type === 'table_header' ? html`<th${span}>${inner}</th>` : html`<td${span}>${inner}</td>`;
}

/** What a block is shown with: where its pictures are, and which level each heading has on the page. */
interface Shown {
  readonly paths: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<BodyBlock, number>;
}

const LOWEST = 4;

const inside = (block: BodyBlock): readonly BodyBlock[] => {
  if (block.type === 'table')
    return block.content.flatMap((row) => row.content.flatMap(({ content }) => content));
  return block.type === 'bullet_list' || block.type === 'ordered_list'
    ? block.content.flatMap(({ content }) => content)
    : [];
};

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
      } else walk(inside(block));
    }
  };
  walk(content);
  return levels;
}

/** Styles are classes: the portal's policy allows no style of its own to any element. */
function blockHtml(block: BodyBlock, shown: Shown): SafeHtml {
  switch (block.type) {
    case 'paragraph': {
      const { align, indent } = block.attrs;
      const style = `${align}${indent > 0 ? ` indent-${indent}` : ''}`;
      return html`<p class="${style}">${inlines(block.content)}</p>
`;
    }
    case 'heading': {
      const { align } = block.attrs;
      const level = shown.levels.get(block) ?? LOWEST;
      const inner = inlines(block.content);
      if (level === 2)
        return html`<h2 class="${align}">${inner}</h2>
`;
      return level === 3
        ? html`<h3 class="${align}">${inner}</h3>
`
        : html`<h4 class="${align}">${inner}</h4>
`;
    }
    case 'bullet_list':
      return html`<ul>${block.content.map(({ content }) => html`<li>${blocks(content, shown)}</li>`)}</ul>
`;
    case 'ordered_list':
      return html`<ol start="${block.attrs.order}">${block.content.map(({ content }) => html`<li>${blocks(content, shown)}</li>`)}</ol>
`;
    case 'table':
      return html`<div class="wide" tabindex="0" role="group" aria-label="表格"><table><tbody>
${block.content.map(
  ({ content }) => html`<tr>${content.map((cell) => cellHtml(cell, shown))}</tr>
`,
)}</tbody></table></div>
`;
    case 'image': {
      const path = shown.paths.get(block.attrs.fileId);
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

const blocks = (content: readonly BodyBlock[], shown: Shown): readonly SafeHtml[] =>
  content.map((block) => blockHtml(block, shown));

/** The text of a document as it stands on its page; everything is escaped, pictures lead to published files only. */
export const documentBodyHtml = (body: DocumentBody, pictures: readonly DocumentPicture[]): SafeHtml =>
  html`${blocks(body.content, {
    paths: new Map(pictures.map(({ fileId, path }) => [fileId, path])),
    levels: headingLevels(body.content),
  })}`;
