import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ClearOutlined,
  ItalicOutlined,
  LineOutlined,
  MenuOutlined,
  OrderedListOutlined,
  RedoOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { TextAlign } from '@zhaoshi/domain/disclosure/document-body';
import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from 'prosemirror-tables';
import type { ComponentType } from 'react';
import {
  align,
  clearMarks,
  deeper,
  hasMark,
  indentFirstLine,
  insertBlock,
  listAround,
  shallower,
  toggleList,
} from './commands.ts';
import { type MarkName, schema } from './schema.ts';

export interface Tool {
  /** What it does, with its keys. */
  readonly name: string;
  readonly command: Command;
  /** Without it the name is the button. */
  readonly icon?: ComponentType;
  /** A switch: whether it is on. */
  readonly isOn?: (state: EditorState) => boolean;
}

const mark = (name: string, type: MarkName): Tool => ({
  name,
  command: toggleMark(schema.marks[type]),
  isOn: (state) => hasMark(state, type),
});

const aligned = (name: string, to: TextAlign, icon: ComponentType): Tool => ({
  name,
  icon,
  command: align(to),
  isOn: ({ selection }) => selection.$from.parent.attrs['align'] === to,
});

const { bullet_list, ordered_list, horizontal_rule } = schema.nodes;

/** Groups of the toolbar, in their order; a thin line parts them. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [
    { name: '撤销（Ctrl+Z）', icon: UndoOutlined, command: undo },
    { name: '重做（Ctrl+Y）', icon: RedoOutlined, command: redo },
  ],
  [
    { ...mark('加粗（Ctrl+B）', 'strong'), icon: BoldOutlined },
    { ...mark('斜体（Ctrl+I）', 'em'), icon: ItalicOutlined },
    { ...mark('下划线（Ctrl+U）', 'underline'), icon: UnderlineOutlined },
    { ...mark('删除线', 'strike'), icon: StrikethroughOutlined },
    mark('上标', 'sup'),
    mark('下标', 'sub'),
    { name: '清除文字格式', icon: ClearOutlined, command: clearMarks },
  ],
  [
    aligned('左对齐', 'left', AlignLeftOutlined),
    aligned('居中', 'center', AlignCenterOutlined),
    aligned('右对齐', 'right', AlignRightOutlined),
    aligned('两端对齐', 'justify', MenuOutlined),
    {
      name: '首行缩进',
      command: indentFirstLine,
      isOn: ({ selection: { $from } }) => Number($from.parent.attrs['indent'] ?? 0) > 0,
    },
  ],
  [
    {
      name: '项目符号',
      icon: UnorderedListOutlined,
      command: toggleList(bullet_list),
      isOn: (state) => listAround(state) === bullet_list,
    },
    {
      name: '编号',
      icon: OrderedListOutlined,
      command: toggleList(ordered_list),
      isOn: (state) => listAround(state) === ordered_list,
    },
    { name: '降一级', command: deeper },
    { name: '升一级', command: shallower },
  ],
  [
    {
      name: '分隔线',
      icon: LineOutlined,
      command: insertBlock(horizontal_rule.create()),
    },
  ],
];

/** What is done to the table that the selection stands in. */
export const TABLE_TOOLS: readonly Tool[] = [
  { name: '上方插入行', command: addRowBefore },
  { name: '下方插入行', command: addRowAfter },
  { name: '左侧插入列', command: addColumnBefore },
  { name: '右侧插入列', command: addColumnAfter },
  { name: '删除行', command: deleteRow },
  { name: '删除列', command: deleteColumn },
  { name: '合并单元格', command: mergeCells },
  { name: '拆分单元格', command: splitCell },
  { name: '标题行', command: toggleHeaderRow },
  { name: '删除表格', command: deleteTable },
];
