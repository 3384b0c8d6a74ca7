import type { BodyBlock } from '@zhaoshi/domain/disclosure/document-body';
import { type Fragment, Slice } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import { isInTable, handlePaste as pasteCells } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { blocksOfText, cleanPasted } from '../paste/clean-pasted.ts';
import { noteWords } from '../paste/paste-notes.ts';
import { pastedPage } from '../paste/pasted-node.ts';
import { fragmentOf } from './body-doc.ts';

export interface PasteTold {
  /** What was not taken over, in sentences. */
  readonly onNotes: (notes: readonly string[]) => void;
  /** Files that were pasted or dropped. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Puts blocks where the selection is: a single paragraph into the line, several in place of an empty one. */
function insertBlocks(tr: Transaction, fragment: Fragment): Transaction {
  const [only] = fragment.content;
  if (fragment.childCount === 1 && only?.isTextblock === true && only.type.name === 'paragraph') {
    return tr.replaceSelection(new Slice(fragment, 1, 1));
  }
  tr.deleteSelection();
  const { $from } = tr.selection;
  const { parent } = $from;
  if (!parent.isTextblock) return tr.replaceSelection(new Slice(fragment, 0, 0));
  if (parent.content.size === 0) return tr.replaceWith($from.before(), $from.after(), fragment);
  if ($from.parentOffset === 0) return tr.insert($from.before(), fragment);
  if ($from.parentOffset < parent.content.size) tr.split($from.pos);
  return tr.insert(tr.mapping.slice(tr.mapping.maps.length).map($from.after($from.depth)), fragment);
}

/** Whether the clipboard was filled by this editor, whose text needs no cleaning. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice');

function paste(view: EditorView, event: ClipboardEvent, blocks: readonly BodyBlock[]): void {
  const fragment = fragmentOf(blocks);
  const [only] = fragment.content;
  const isTable = fragment.childCount === 1 && only?.type.name === 'table';
  if (isTable && isInTable(view.state) && pasteCells(view, event, new Slice(fragment, 0, 0))) return;
  view.dispatch(insertBlocks(view.state.tr, fragment).scrollIntoView().setMeta('paste', true));
}

/** Pastes through the cleaner, and takes files to where they belong. */
export const pastePlugin = ({ onNotes, onFiles }: PasteTold): Plugin =>
  new Plugin({
    props: {
      handlePaste: (view, event) => {
        const { clipboardData } = event;
        if (clipboardData === null) return false;
        const html = clipboardData.getData('text/html');
        if (html !== '') {
          if (isOwn(html)) return false;
          const { blocks, notes } = cleanPasted(pastedPage(html));
          onNotes(noteWords(notes));
          if (blocks.length > 0) paste(view, event, blocks);
          return true;
        }
        const files = [...clipboardData.files];
        if (files.length > 0) {
          onFiles(files);
          return true;
        }
        paste(view, event, blocksOfText(clipboardData.getData('text/plain')));
        return true;
      },
      handleDrop: (_view, event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        onFiles(files);
        return true;
      },
    },
  });
