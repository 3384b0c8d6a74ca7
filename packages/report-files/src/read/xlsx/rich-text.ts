import { raisedDigits } from '../raised-digits.ts';
import type { XmlAttributes } from '../xml.ts';

const STROKE = '\u0336';

/**
 * Text of one cell from its runs. Phonetic guides are left out; raised digits and struck characters stay apart from
 * the figure beside them in the characters that show it, so that the cell is read as words.
 */
export class RichText {
  text = '';
  private inText = false;
  private guides = 0;
  private raised = false;
  private struck = false;

  /** Starts the text of another cell. */
  clear(): void {
    this.text = '';
    this.raised = false;
    this.struck = false;
  }

  /** @param name local name of an element inside `si` or `is` */
  open(name: string, attributes: XmlAttributes): void {
    if (name === 'r') {
      this.raised = false;
      this.struck = false;
    } else if (name === 'vertAlign') this.raised = attributes['val'] === 'superscript';
    else if (name === 'strike') this.struck = attributes['val'] !== '0' && attributes['val'] !== 'false';
    else if (name === 'rPh') this.guides++;
    else if (name === 't') this.inText = this.guides === 0;
  }

  add(text: string): void {
    if (!this.inText) return;
    const raised = this.raised && this.text !== '' ? raisedDigits(text) : text;
    this.text += this.struck ? Array.from(raised, (character) => character + STROKE).join('') : raised;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.guides--;
  }
}
