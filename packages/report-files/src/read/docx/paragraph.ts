/** A paragraph while it is read. */
export interface Paragraph {
  text: string;
  page: number;
  styleId: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  /** Its end mark was deleted with tracked changes: it runs on into the next paragraph. */
  markDeleted: boolean;
}

export function newParagraph(page: number): Paragraph {
  return { text: '', page, styleId: undefined, numId: undefined, level: undefined, markDeleted: false };
}
