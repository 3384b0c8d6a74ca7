/** What spreadsheet programs take for a formula once a sheet is saved as text and opened again. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text of a cell that no program takes for a formula: with the mark ' that says "this is text" before it. */
export const safeCell = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

/** The text behind that mark, as somebody meant it. */
export const plainText = (cell: string): string =>
  cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell;
