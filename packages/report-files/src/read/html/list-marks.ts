import { formatNumber } from '../number-format.ts';
import { attribute, type HtmlElement, integerAttribute } from './html-elements.ts';

const LIST_STYLE =
  /list-style(?:-type)?\s*:[^;]{0,60}?\b(none|decimal|cjk-ideographic|simp-chinese-informal|cjk-decimal)\b/i;

function mark(list: HtmlElement, number: number): string {
  const style = LIST_STYLE.exec(attribute(list, 'style') ?? '')?.[1]?.toLowerCase();
  if (style === 'none') return '';
  if (style !== undefined && style !== 'decimal') return `${formatNumber(number, 'chineseCounting')}、`;
  const type = attribute(list, 'type') ?? '1';
  return type === '1' ? `${number}.` : '';
}

/** Numbers that the page shows before the items of ordered lists but that stand in no text. */
export class ListMarks {
  private readonly open: { readonly list: HtmlElement; next: number }[] = [];

  enterList(list: HtmlElement): void {
    this.open.push({ list, next: integerAttribute(list, 'start', 1) });
  }

  leaveList(): void {
    this.open.pop();
  }

  /** The mark of an item, "" where none is shown. */
  markOf(item: HtmlElement): string {
    const current = this.open.at(-1);
    if (current === undefined || item.parentNode !== current.list) return '';
    const number = integerAttribute(item, 'value', current.next);
    current.next = number + 1;
    return mark(current.list, number);
  }
}
