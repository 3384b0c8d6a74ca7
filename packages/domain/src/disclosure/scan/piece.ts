/**
 * Texts as the scan before publication sees them (publication.md §9 no. 3): every stretch of text of an item and of
 * its files, visible or not, with the place where a person finds it again.
 */

export type ScanPlaceKind =
  | 'field'
  | 'paragraph'
  | 'tableCell'
  | 'sheetCell'
  | 'sheetName'
  | 'header'
  | 'note'
  | 'textBox'
  | 'comment'
  | 'hiddenText'
  | 'revision'
  | 'annotation'
  | 'fieldCode'
  | 'bookmark'
  | 'definedName'
  | 'property'
  | 'attachmentName'
  | 'file';

/** Where a text stands; what is counted (pages, paragraphs, tables, rows, columns) is counted from 1. */
export interface ScanPlace {
  readonly kind: ScanPlaceKind;
  readonly page?: number;
  /** Paragraph, header, note, comment or text box, by its order. */
  readonly number?: number;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly sheet?: string;
  /** Field, property, defined name or bookmark, as people call it. */
  readonly name?: string;
  /** In a hidden sheet, row or column. */
  readonly hidden?: boolean;
}

/** A text; findings count the characters (UTF-16 units) of `text`. */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly place: ScanPlace;
}

/** Where a link leads, and what readers see of it. */
export interface LinkPiece {
  readonly kind: 'link';
  /** The address as it is written in the file. */
  readonly text: string;
  readonly shown?: string;
  readonly place: ScanPlace;
}

/** What a file may hold that no reader of it sees, or that no program can read. */
export const PRESENCES = {
  hiddenSheet: '隐藏的工作表',
  hiddenRow: '隐藏的行',
  hiddenColumn: '隐藏的列',
  comment: '批注',
  revision: '未接受或拒绝的修订',
  hiddenText: '隐藏文字',
  embeddedFile: '嵌入的文件',
  attachment: '附件',
  externalData: '引用其他文件的外部数据',
  macro: '宏程序',
  picture: '图片',
  pictureProperties: '图片的拍摄信息（时间、地点、设备等）',
} as const;

export type Presence = keyof typeof PRESENCES;

/** Something that is there at all, whatever it says. */
export interface PresencePiece {
  readonly kind: 'presence';
  readonly what: Presence;
  readonly count: number;
  readonly place: ScanPlace;
}

export type ScanPiece = TextPiece | LinkPiece | PresencePiece;

const PLACE_NAMES: Readonly<Record<ScanPlaceKind, string>> = {
  field: '栏目',
  paragraph: '段',
  tableCell: '表',
  sheetCell: '单元格',
  sheetName: '工作表名称',
  header: '页眉页脚',
  note: '脚注尾注',
  textBox: '文本框',
  comment: '批注',
  hiddenText: '隐藏文字',
  revision: '修订前的文字',
  annotation: '注释',
  fieldCode: '域代码',
  bookmark: '书签',
  definedName: '名称定义',
  property: '文件属性',
  attachmentName: '附件名称',
  file: '文件',
};

/** "A" for column 1, "AB" for column 28, as spreadsheets name them. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function coordinates({ kind, table, row, column, number, name }: ScanPlace): string {
  if (kind === 'sheetCell' && row !== undefined && column !== undefined)
    return `${columnLetters(column)}${row}`;
  if (kind === 'paragraph' && number !== undefined) return `第${number}段`;
  if (kind === 'tableCell' && table !== undefined) {
    return `第${table}个表${row === undefined ? '' : `第${row}行`}${column === undefined ? '' : `第${column}列`}`;
  }
  if (kind === 'field' && name !== undefined) return name;
  const which = name === undefined ? '' : `“${name}”`;
  return `${PLACE_NAMES[kind]}${which}${number === undefined ? '' : ` ${number}`}`;
}

/** "第2页第1个表第3行第2列", "工作表“名单”B7（已隐藏）", "文件属性“作者”". */
export function placeWords(place: ScanPlace): string {
  const page = place.page === undefined ? '' : `第${place.page}页`;
  const sheet = place.sheet === undefined ? '' : `工作表“${place.sheet}”`;
  return `${page}${sheet}${coordinates(place)}${place.hidden === true ? '（已隐藏）' : ''}`;
}
