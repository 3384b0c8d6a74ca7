import { LinkOutlined, PictureOutlined, TableOutlined } from '@ant-design/icons';
import { closeHistory } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { blockType, insertTable, linkAt, removeLink, setLink } from './commands.ts';
import { LinkDialog } from './link-dialog.tsx';
import { TABLE_TOOLS, TOOLS, type Tool } from './tools.ts';

const STYLES = ['正文', '一级标题', '二级标题', '三级标题', '四级标题'] as const;

interface ToolProps {
  readonly tool: Tool;
  readonly view: EditorView;
  readonly state: EditorState;
}

function ToolButton({ tool: { name, icon: Icon, command, isOn }, view, state }: ToolProps): ReactNode {
  const isAble = command(state);
  return (
    <button
      type="button"
      className="tool"
      title={name}
      aria-label={name}
      {...(isOn !== undefined && { 'aria-pressed': isOn(state) })}
      aria-disabled={!isAble}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        // Each press is a step of its own to undo.
        command(view.state, (tr) => view.dispatch(closeHistory(tr)), view);
        view.focus();
      }}
    >
      {Icon === undefined ? name : <Icon aria-hidden />}
    </button>
  );
}

function StyleSelect({ view, state }: Omit<ToolProps, 'tool'>): ReactNode {
  const { parent } = state.selection.$from;
  const level = parent.type.name === 'heading' ? Number(parent.attrs['level']) : 0;
  return (
    <select
      aria-label="段落样式"
      className="tool tool-style"
      value={level}
      onChange={({ target }) => {
        blockType(Number(target.value))(view.state, view.dispatch, view);
        view.focus();
      }}
    >
      {STYLES.map((name, one) => (
        <option key={name} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** From one tool to another by the arrows, as a toolbar is gone through. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = tools.findIndex((one) => one === event.target);
  if (at === -1) return;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tools[(to + tools.length) % tools.length]?.focus();
}

interface Props {
  readonly view: EditorView;
  /** Of `view`, by which this is drawn again. */
  readonly state: EditorState;
  readonly onPicture: () => void;
}

const NEW_ROWS = 3;
const NEW_COLUMNS = 3;

/** Everything that is done to the text by a press. */
export function Toolbar({ view, state, onPicture }: Props): ReactNode {
  const [isLinking, setLinking] = useState(false);
  const table: Tool = { name: '插入表格', icon: TableOutlined, command: insertTable(NEW_ROWS, NEW_COLUMNS) };
  const open = (name: string, icon: Tool['icon'], act: () => void): Tool => ({
    name,
    ...(icon !== undefined && { icon }),
    command: (_state, dispatch) => {
      if (dispatch !== undefined) act();
      return true;
    },
  });
  const groups: readonly (readonly Tool[])[] = [
    ...TOOLS,
    [
      open('插入链接', LinkOutlined, () => setLinking(true)),
      open('插入图片', PictureOutlined, onPicture),
      table,
    ],
  ];
  const inTable = isInTable(state);
  const close = (): void => {
    setLinking(false);
    view.focus();
  };
  return (
    <div className="toolbars">
      <div className="tools-row" role="toolbar" aria-label="正文格式" tabIndex={-1} onKeyDown={onArrow}>
        <StyleSelect view={view} state={state} />
        {groups.map((tools) => (
          <span key={tools[0]?.name} className="tool-group">
            {tools.map((tool) => (
              <ToolButton key={tool.name} tool={tool} view={view} state={state} />
            ))}
          </span>
        ))}
      </div>
      {inTable && (
        <div className="tools-row" role="toolbar" aria-label="表格" tabIndex={-1} onKeyDown={onArrow}>
          {TABLE_TOOLS.map((tool) => (
            <ToolButton key={tool.name} tool={tool} view={view} state={state} />
          ))}
        </div>
      )}
      {isLinking && (
        <LinkDialog
          href={linkAt(state)?.href ?? ''}
          onDone={(href) => {
            setLink(href)(view.state, view.dispatch);
            close();
          }}
          onRemove={() => {
            removeLink(view.state, view.dispatch);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
