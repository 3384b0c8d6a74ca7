import type { TextAlign } from '@zhaoshi/domain/disclosure/document-body';
import { setBlockType } from 'prosemirror-commands';
import type { Node, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { insertPoint } from 'prosemirror-transform';
import { type MarkName, schema } from './schema.ts';

const {
  paragraph,
  heading,
  bullet_list,
  ordered_list,
  list_item,
  table,
  table_row,
  table_cell,
  table_header,
} = schema.nodes;

/** Characters by which official documents indent the first line of a paragraph (GB/T 9704-2012 7.3.3). */
export const FIRST_LINE = 2;

/** Changes attributes of all paragraphs (and headings, where they have them) in the selection. */
const setBlocks =
  (attrs: Readonly<Record<string, unknown>>, types: readonly NodeType[]): Command =>
  (state, dispatch) => {
    const { tr } = state;
    for (const { $from, $to } of state.selection.ranges) {
      state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
        if (types.includes(node.type)) tr.setNodeMarkup(pos, null, { ...node.attrs, ...attrs });
      });
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };

export const align = (to: TextAlign): Command => setBlocks({ align: to }, [paragraph, heading]);

/** First line indented, or not. */
export const indentFirstLine: Command = (state, dispatch) => {
  const { parent } = state.selection.$from;
  return setBlocks({ indent: parent.attrs['indent'] === 0 ? FIRST_LINE : 0 }, [paragraph])(state, dispatch);
};

/** A heading of a level; 0 for a paragraph. */
export const blockType =
  (level: number): Command =>
  (state, dispatch) => {
    const { align: kept } = state.selection.$from.parent.attrs;
    const aligned = typeof kept === 'string' && { align: kept };
    return level === 0
      ? setBlockType(paragraph, { ...aligned, indent: isTop(state) ? FIRST_LINE : 0 })(state, dispatch)
      : setBlockType(heading, { ...aligned, level })(state, dispatch);
  };

/** In a paragraph of the text itself, not of a table or a list. */
const isTop = ({ selection: { $from } }: EditorState): boolean => $from.depth === 1;

/** The kind of block that a split leaves behind: the next paragraph looks like the one before. */
export const splitTo = (
  node: { readonly type: NodeType; readonly attrs: Readonly<Record<string, unknown>> },
  atEnd: boolean,
  $from: { readonly depth: number },
) => {
  if (node.type === paragraph) return { type: paragraph, attrs: node.attrs };
  return atEnd
    ? { type: paragraph, attrs: { align: 'justify', indent: $from.depth === 1 ? FIRST_LINE : 0 } }
    : null;
};

/** The list around the selection, from the innermost out. */
export function listAround({ selection: { $from } }: EditorState): NodeType | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === bullet_list || type === ordered_list) return type;
  }
  return null;
}

/** Puts the paragraphs into a list, changes the kind of the list they are in, or takes them out of it. */
export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const around = listAround(state);
    if (around === type) return liftListItem(list_item)(state, dispatch);
    if (around === null) {
      return wrapInList(type)(state, dispatch && ((tr) => dispatch(withoutIndent(tr))));
    }
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type === around) {
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
        return true;
      }
    }
    return false;
  };

/** Items of lists are not indented a second time. */
function withoutIndent(tr: Transaction): Transaction {
  const { from, to } = tr.selection;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type === paragraph && node.attrs['indent'] !== 0) {
      tr.setNodeMarkup(pos, null, { ...node.attrs, indent: 0 });
    }
  });
  return tr;
}

export const deeper: Command = sinkListItem(list_item);
export const shallower: Command = liftListItem(list_item);

/** Puts a block before or behind the paragraph where the cursor stands at its end, else between its halves. */
export const insertBlock =
  (node: Node): Command =>
  (state, dispatch) => {
    const { tr, doc, selection } = state;
    const at = selection.empty ? insertPoint(doc, selection.from, node.type) : null;
    if (at === null) tr.replaceSelectionWith(node);
    else tr.insert(at, node);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

const MOST_ROWS = 100;
const MOST_COLUMNS = 30;

/** A new table, its first row the headings. */
export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    const height = Math.min(Math.max(rows, 1), MOST_ROWS);
    const width = Math.min(Math.max(columns, 1), MOST_COLUMNS);
    const row = (type: NodeType) =>
      table_row.create(
        null,
        Array.from({ length: width }, () => type.create(null, paragraph.create({ align: 'left' }))),
      );
    const made = table.create(
      null,
      Array.from({ length: height }, (_, index) =>
        row(index === 0 && height > 1 ? table_header : table_cell),
      ),
    );
    return insertBlock(made)(state, dispatch);
  };

/** Whether all of the selection has a mark, or the next character typed will have it. */
export function hasMark(state: EditorState, name: MarkName): boolean {
  const type = schema.marks[name];
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** The link at the selection, with all the characters it covers. */
export function linkAt(
  state: EditorState,
): { readonly from: number; readonly to: number; readonly href: string } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  const type = schema.marks.link;
  const hrefAt = (index: number): unknown =>
    index < 0 || index >= parent.childCount
      ? undefined
      : type.isInSet(parent.child(index).marks)?.attrs['href'];
  let first = $from.index();
  if (hrefAt(first) === undefined && $from.textOffset === 0) first -= 1;
  const href = hrefAt(first);
  if (typeof href !== 'string') return null;
  let last = first;
  while (hrefAt(first - 1) === href) first -= 1;
  while (hrefAt(last + 1) === href) last += 1;
  const start = $from.start();
  const sizeTo = (index: number): number => {
    let size = 0;
    for (let one = 0; one < index; one++) size += parent.child(one).nodeSize;
    return size;
  };
  return { from: start + sizeTo(first), to: start + sizeTo(last + 1), href };
}

/** Makes a link of the selection, changes the one at it, or writes the address itself where nothing is selected. */
export const setLink =
  (href: string): Command =>
  (state, dispatch) => {
    const there = linkAt(state);
    const { from, to, empty } = state.selection;
    const { tr } = state;
    const mark = schema.marks.link.create({ href });
    if (empty && there === null) tr.replaceSelectionWith(schema.text(href, [mark]), false);
    else tr.addMark(there?.from ?? from, there?.to ?? to, mark);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

export const removeLink: Command = (state, dispatch) => {
  const there = linkAt(state);
  if (there === null) return false;
  dispatch?.(state.tr.removeMark(there.from, there.to, schema.marks.link));
  return true;
};

/** Takes all marks away but links. */
export const clearMarks: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  const { tr } = state;
  for (const type of Object.values(schema.marks))
    if (type !== schema.marks.link) tr.removeMark(from, to, type);
  dispatch?.(tr);
  return true;
};
