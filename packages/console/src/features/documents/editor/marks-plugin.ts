import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { ShownFinding } from '../shown-document.ts';
import { nodeAt } from './body-doc.ts';

interface Marked {
  readonly set: DecorationSet;
  /** The finding that is looked at. */
  readonly chosen: string | null;
}

const KEY = new PluginKey<Marked>('findings');

interface Change {
  readonly findings?: readonly ShownFinding[];
  readonly chosen?: string | null;
}

const classOf = ({ severity, isJustified }: ShownFinding): string =>
  `finding finding-${isJustified ? 'justified' : severity}`;

/** The finding as it is drawn in the text; what stands elsewhere is not drawn. */
function decorationOf(state: EditorState, finding: ShownFinding): readonly Decoration[] {
  if (!('path' in finding.at)) return [];
  const place = nodeAt(state.doc, finding.at.path);
  if (place === null) return [];
  const { node, pos } = place;
  const attributes = { class: classOf(finding), title: `${finding.title}：${finding.reason}` };
  const spec = { key: finding.key };
  if (!node.isTextblock) return [Decoration.node(pos, pos + node.nodeSize, attributes, spec)];
  const start = pos + 1;
  const isStretch = finding.end > finding.start && start + finding.end <= pos + node.nodeSize - 1;
  return isStretch
    ? [Decoration.inline(start + finding.start, start + finding.end, attributes, spec)]
    : [Decoration.node(pos, pos + node.nodeSize, attributes, spec)];
}

const keyOf = (decoration: Decoration): unknown => (decoration.spec as { readonly key?: unknown }).key;

function chosenOf(state: EditorState): DecorationSet {
  const marked = KEY.getState(state);
  if (marked === undefined || marked.chosen === null) return DecorationSet.empty;
  const found = marked.set.find().filter((one) => keyOf(one) === marked.chosen);
  return DecorationSet.create(
    state.doc,
    found.map(({ from, to }) => Decoration.inline(from, to, { class: 'finding-chosen' })),
  );
}

/** Draws what the scan found into the text, and moves it along as the text changes. */
export const marksPlugin = new Plugin<Marked>({
  key: KEY,
  state: {
    init: () => ({ set: DecorationSet.empty, chosen: null }),
    apply: (tr, before, _old, state) => {
      const change = tr.getMeta(KEY) as Change | undefined;
      const set =
        change?.findings === undefined
          ? before.set.map(tr.mapping, tr.doc)
          : DecorationSet.create(
              tr.doc,
              change.findings.flatMap((one) => decorationOf(state, one)),
            );
      return { set, chosen: change?.chosen === undefined ? before.chosen : change.chosen };
    },
  },
  props: {
    decorations: (state) => {
      const marked = KEY.getState(state);
      return marked === undefined ? null : marked.set.add(state.doc, chosenOf(state).find());
    },
  },
});

/** Shows other findings, or another one as chosen. */
export const withMarks = (tr: Transaction, change: Change): Transaction => tr.setMeta(KEY, change);

/** Where a finding stands now; `null` once its text is gone. */
export function markedAt(
  state: EditorState,
  key: string,
): { readonly from: number; readonly to: number } | null {
  const found = KEY.getState(state)
    ?.set.find()
    .find((one) => keyOf(one) === key);
  return found === undefined ? null : { from: found.from, to: found.to };
}
