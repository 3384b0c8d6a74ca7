import { baseKeymap, chainCommands, exitCode, splitBlockAs, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, Plugin } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { endsWithText } from './body-doc.ts';
import { deeper, FIRST_LINE, indentFirstLine, shallower, splitTo } from './commands.ts';
import { schema } from './schema.ts';

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** Tab moves inside tables and lists only; elsewhere it leaves the editor, as it leaves any field. */
const KEYS: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-b': toggleMark(schema.marks.strong),
  'Mod-i': toggleMark(schema.marks.em),
  'Mod-u': toggleMark(schema.marks.underline),
  'Mod-]': indentFirstLine,
  Tab: chainCommands(goToNextCell(1), deeper),
  'Shift-Tab': chainCommands(goToNextCell(-1), shallower),
  'Shift-Enter': breakLine,
  Enter: chainCommands(splitListItem(schema.nodes.list_item), baseEnter()),
};

function baseEnter(): Command {
  const usual = baseKeymap['Enter'];
  const split = splitBlockAs(splitTo);
  return (state, dispatch, view) => {
    const { $from, $to } = state.selection;
    const isInside = $from.parent.isTextblock && $from.sameParent($to) && $from.parent.content.size > 0;
    return isInside ? split(state, dispatch, view) : (usual?.(state, dispatch, view) ?? false);
  };
}

const RULES = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-*]\s$/, schema.nodes.bullet_list),
    new InputRule(/^---$/, (state, _match, start) => {
      const $start = state.doc.resolve(start);
      if ($start.depth !== 1) return null;
      const rule = schema.nodes.horizontal_rule.create();
      return state.tr.replaceWith($start.before(), $start.after(), [rule, schema.nodes.paragraph.create()]);
    }),
  ],
});

/** A table, a list or a picture at the end leaves room to go on behind it. */
const roomAtEnd = new Plugin({
  appendTransaction: (_done, _before, { doc, tr }) =>
    endsWithText(doc)
      ? null
      : tr.insert(doc.content.size, schema.nodes.paragraph.create({ indent: FIRST_LINE })),
});

/** The state of the editor over a text; `plugins` come before its own. */
export const editorState = (doc: Node, plugins: readonly Plugin[]): EditorState =>
  EditorState.create({
    doc,
    plugins: [
      ...plugins,
      history(),
      RULES,
      keymap({ ...KEYS }),
      keymap(baseKeymap),
      tableEditing(),
      roomAtEnd,
    ],
  });
