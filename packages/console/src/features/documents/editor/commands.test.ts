import { type BodyBlock, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { CellSelection, mergeCells, splitCell } from 'prosemirror-tables';
import { describe, expect, it } from 'vitest';
import { bodyOf, docOf, nodeAt } from './body-doc.ts';
import {
  align,
  blockType,
  clearMarks,
  deeper,
  indentFirstLine,
  insertTable,
  removeLink,
  setLink,
  toggleList,
} from './commands.ts';
import { editorState } from './editor-state.ts';
import { schema } from './schema.ts';

/** The editor over blocks, everything of the text selected or the cursor at a place. */
function stateOf(blocks: readonly BodyBlock[], at?: number): EditorState {
  const state = editorState(docOf({ type: 'doc', content: blocks }), []);
  const { doc } = state;
  const selection =
    at === undefined
      ? TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))
      : TextSelection.near(doc.resolve(at));
  return state.apply(state.tr.setSelection(selection));
}

/** After the commands, each of which must be possible. */
const run = (state: EditorState, ...commands: readonly Command[]): EditorState =>
  commands.reduce((before, command) => {
    let after = before;
    const isDone = command(before, (tr) => {
      after = before.apply(tr);
    });
    if (!isDone) throw new Error('the command was not possible');
    return after;
  }, state);

const blocks = (state: EditorState): readonly BodyBlock[] => bodyOf(state.doc).content;

describe('paragraphs', () => {
  it('are aligned and indented all together', () => {
    const state = run(stateOf([paragraphOf('甲'), paragraphOf('乙')]), align('center'), indentFirstLine);
    expect(blocks(state)).toEqual([paragraphOf('甲', 'center', 0), paragraphOf('乙', 'center', 0)]);
  });

  it('become headings, and paragraphs with the indent of the text again', () => {
    const heading = run(stateOf([paragraphOf('一、总则')]), blockType(2));
    expect(blocks(heading)).toMatchObject([{ type: 'heading', attrs: { level: 2, align: 'justify' } }]);
    expect(blocks(run(heading, blockType(0)))).toEqual([paragraphOf('一、总则')]);
  });
});

describe('lists', () => {
  const listed = run(stateOf([paragraphOf('甲'), paragraphOf('乙')]), toggleList(schema.nodes.ordered_list));

  it('take paragraphs in without their indent, change their kind, and let them out again', () => {
    expect(blocks(listed)).toMatchObject([
      { type: 'ordered_list', content: [{ content: [{ attrs: { indent: 0 } }] }, {}] },
    ]);
    expect(blocks(run(listed, toggleList(schema.nodes.bullet_list)))).toMatchObject([
      { type: 'bullet_list' },
    ]);
    expect(blocks(run(listed, toggleList(schema.nodes.ordered_list)))).toMatchObject([
      { type: 'paragraph' },
      { type: 'paragraph' },
    ]);
  });

  it('nest', () => {
    const second = nodeAt(listed.doc, [0, 1, 0])?.pos ?? 0;
    const atLast = listed.apply(listed.tr.setSelection(TextSelection.create(listed.doc, second + 1)));
    expect(blocks(run(atLast, deeper))).toMatchObject([
      { content: [{ content: [{ type: 'paragraph' }, { type: 'ordered_list' }] }] },
    ]);
  });
});

describe('tables', () => {
  const made = run(stateOf([paragraphOf('')], 1), insertTable(2, 2));

  it('begin with a row of headings', () => {
    expect(blocks(made)[0]).toMatchObject({
      type: 'table',
      content: [
        { content: [{ type: 'table_header' }, { type: 'table_header' }] },
        { content: [{ type: 'table_cell' }, { type: 'table_cell' }] },
      ],
    });
  });

  it('join cells and part them again; what is kept has the spans and no widths', () => {
    const first = nodeAt(made.doc, [0, 0, 0])?.pos ?? 0;
    const second = nodeAt(made.doc, [0, 0, 1])?.pos ?? 0;
    const chosen = made.apply(made.tr.setSelection(CellSelection.create(made.doc, first, second)));
    const merged = run(chosen, mergeCells);
    expect(blocks(merged)[0]).toMatchObject({
      content: [{ content: [{ attrs: { colspan: 2, rowspan: 1 } }] }, { content: [{}, {}] }],
    });
    expect(JSON.stringify(blocks(merged))).not.toContain('colwidth');
    expect(blocks(run(merged, splitCell))[0]).toMatchObject({ content: [{ content: [{}, {}] }, {}] });
  });
});

describe('links and marks', () => {
  const linked = run(stateOf([paragraphOf('办事指南')]), setLink('https://www.example.gov.cn/'));
  const mark = { type: 'link', attrs: { href: 'https://www.example.gov.cn/' } };

  it('a link is set on what is selected, changed as a whole from inside, and taken away', () => {
    expect(blocks(linked)).toMatchObject([{ content: [{ text: '办事指南', marks: [mark] }] }]);
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 3)));
    expect(blocks(run(inside, setLink('/zn')))).toMatchObject([
      { content: [{ text: '办事指南', marks: [{ attrs: { href: '/zn' } }] }] },
    ]);
    expect(blocks(run(inside, removeLink))).toEqual([paragraphOf('办事指南')]);
  });

  it('clearing the format keeps the link', () => {
    expect(blocks(run(linked, clearMarks))).toMatchObject([{ content: [{ marks: [mark] }] }]);
  });
});

it('an empty text is kept as nothing, and opened with a paragraph indented as official documents are', () => {
  expect(bodyOf(docOf({ type: 'doc', content: [] })).content).toEqual([]);
  expect(docOf(null).firstChild?.attrs).toEqual({ align: 'justify', indent: 2 });
});
