import type { Deadline } from '../deadline.ts';
import { checkCellCount } from './sheet.ts';
import { localName, parsePart } from './xml-part.ts';

/** The shared texts of a workbook in order; runs are joined, phonetic guides left out. */
export function readSharedStrings(bytes: Uint8Array, deadline: Deadline): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let guides = 0;
  parsePart(bytes, deadline, {
    open(tag) {
      const name = localName(tag);
      if (name === 'si') current = '';
      else if (name === 'rPh') guides++;
      else if (name === 't') inText = guides === 0;
    },
    text(text) {
      if (inText) current += text;
    },
    close(tag) {
      const name = localName(tag);
      if (name === 't') inText = false;
      else if (name === 'rPh') guides--;
      else if (name === 'si') {
        strings.push(current);
        checkCellCount(strings.length);
      }
    },
  });
  return strings;
}
