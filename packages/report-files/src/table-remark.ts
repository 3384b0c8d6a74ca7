/** 表注 as the writers print it and the assembler finds it again: 注1：政府集中采购“采购总金额”：单位：万元。 */
export const UNIT_REMARK = '单位：';

export interface TableRemark {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

const REMARK = /^注\d{0,3}：([^“”：]{1,60})“([^“”]{1,60})”：(.{1,500}?)。?$/u;

export function printRemark({ row, column, text }: TableRemark, number: number | null): string {
  return `注${number ?? ''}：${row}“${column}”：${text}${/[。；！？]$/.test(text) ? '' : '。'}`;
}

/** Reads a paragraph that says something about one cell; `undefined` for any other paragraph. */
export function parseRemark(paragraph: string): TableRemark | undefined {
  const match = REMARK.exec(paragraph.trim());
  const [, row, column, text] = match ?? [];
  return row === undefined || column === undefined || text === undefined ? undefined : { row, column, text };
}
