import type { Deadline } from '../deadline.ts';
import { RichText } from './rich-text.ts';
import { checkCellCount } from './sheet.ts';
import { localName, parsePart } from './xml-part.ts';

/** The shared texts of a workbook in order. */
export function readSharedStrings(bytes: Uint8Array, deadline: Deadline): string[] {
  const strings: string[] = [];
  const rich = new RichText();
  parsePart(bytes, deadline, {
    open(tag, attributes) {
      const name = localName(tag);
      if (name === 'si') rich.clear();
      else rich.open(name, attributes);
    },
    text: (text) => rich.add(text),
    close(tag) {
      const name = localName(tag);
      rich.close(name);
      if (name !== 'si') return;
      strings.push(rich.text);
      checkCellCount(strings.length);
    },
  });
  return strings;
}
