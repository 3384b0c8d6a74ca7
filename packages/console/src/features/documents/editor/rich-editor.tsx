import { fileRoutes } from '@zhaoshi/contract/routes/files';
import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { Alert } from 'antd';
import type { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { addressOf } from '../../../app/api.ts';
import 'prosemirror-view/style/prosemirror.css';
import { bodyOf, docOf } from './body-doc.ts';
import { insertBlock } from './commands.ts';
import { editorState } from './editor-state.ts';
import './editor.css';
import { marksPlugin } from './marks-plugin.ts';
import { pastePlugin } from './paste-plugin.ts';
import { PictureDialog, PictureWordsDialog } from './picture-dialog.tsx';
import { PictureView } from './picture-view.ts';
import { schema } from './schema.ts';
import { Toolbar } from './toolbar.tsx';
import type { FileOwner } from './use-file-upload.ts';

/** What the page does with the editor, once it is there. */
export interface EditorHandle {
  readonly view: EditorView;
  /** The text as it is kept. */
  readonly body: () => DocumentBody;
  /** Another text in place of this one; can be undone. */
  readonly replace: (body: unknown) => void;
}

interface Props {
  /** What it begins with; later changes of it are not looked at. */
  readonly initial: unknown;
  readonly owner: FileOwner;
  readonly documentId: string;
  readonly labelledBy: string;
  readonly onChange: () => void;
  /** Files that are no pictures were dropped into the text. */
  readonly onAttach: (files: readonly File[]) => void;
  readonly onReady: (handle: EditorHandle) => void;
}

const isPicture = ({ type }: File): boolean => /^image\/(?:png|jpeg)$/.test(type);

/** Makes the view in an element and tells of each state it comes to. */
function makeView(
  element: HTMLElement,
  { initial, owner, labelledBy }: Pick<Props, 'initial' | 'owner' | 'labelledBy'>,
  told: Parameters<typeof pastePlugin>[0] & {
    readonly onState: (state: EditorState, changed: boolean) => void;
    /** Somebody wants to say in other words what the picture at this place shows. */
    readonly onWords: (pos: number) => void;
  },
): EditorView {
  const { regionId } = owner;
  const view: EditorView = new EditorView(element, {
    state: editorState(docOf(initial), [pastePlugin(told), marksPlugin]),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy, lang: 'zh-CN' },
    nodeViews: {
      image: (node, _view, getPos) =>
        new PictureView(
          node,
          (fileId) => addressOf(fileRoutes.download.path, { params: { regionId, fileId } }),
          () => {
            const pos = getPos();
            if (pos !== undefined) told.onWords(pos);
          },
        ),
    },
    dispatchTransaction: (tr) => {
      const state = view.state.apply(tr);
      view.updateState(state);
      told.onState(state, tr.docChanged);
    },
  });
  return view;
}

/** The text of a document: written, pasted and laid out as documents are. */
export function RichEditor(props: Props): ReactNode {
  const { owner, documentId } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [picture, setPicture] = useState<{ readonly file: File | null } | null>(null);
  const [words, setWords] = useState<{ readonly pos: number; readonly alt: string } | null>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = makeView(place.current, latest.current, {
      onNotes: setNotes,
      onFiles: (files) => {
        const first = files.find(isPicture);
        if (first !== undefined) setPicture({ file: first });
        const others = files.filter((file) => file !== first);
        if (others.length > 0) latest.current.onAttach(others);
      },
      onState: (next, changed) => {
        setState(next);
        if (changed) latest.current.onChange();
      },
      onWords: (pos) => {
        const alt: unknown = made.state.doc.nodeAt(pos)?.attrs['alt'];
        setWords({ pos, alt: typeof alt === 'string' ? alt : '' });
      },
    });
    setView(made);
    setState(made.state);
    latest.current.onReady({
      view: made,
      body: () => bodyOf(made.state.doc),
      replace: (body) => {
        const { tr, doc } = made.state;
        made.dispatch(tr.replaceWith(0, doc.content.size, docOf(body).content));
      },
    });
    return () => made.destroy();
  }, []);
  const insertPicture = (fileId: string, alt: string): void => {
    if (view === null) return;
    insertBlock(schema.nodes.image.create({ fileId, alt }))(view.state, view.dispatch);
    setPicture(null);
    view.focus();
  };
  const changeWords = (alt: string): void => {
    if (view === null || words === null) return;
    view.dispatch(view.state.tr.setNodeAttribute(words.pos, 'alt', alt));
    setWords(null);
    view.focus();
  };
  return (
    <div className="rich-editor">
      {view !== null && state !== null && (
        <Toolbar view={view} state={state} onPicture={() => setPicture({ file: null })} />
      )}
      {notes.length > 0 && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          role="status"
          title="已粘贴，以下内容没有带过来"
          closable={{ closeIcon: true, onClose: () => setNotes([]), 'aria-label': '关闭提示' }}
          description={
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          }
        />
      )}
      <div ref={place} className="paper" />
      <p className="quiet editor-keys">
        可以直接粘贴 Word、WPS 的内容，或者把图片、文件拖进来。Tab 在表格里换单元格、在列表里降一级， Ctrl+]
        首行缩进，Shift+Enter 换行不分段。
      </p>
      {picture !== null && (
        <PictureDialog
          owner={owner}
          documentId={documentId}
          file={picture.file}
          onDone={insertPicture}
          onClose={() => setPicture(null)}
        />
      )}
      {words !== null && (
        <PictureWordsDialog alt={words.alt} onDone={changeWords} onClose={() => setWords(null)} />
      )}
    </div>
  );
}
