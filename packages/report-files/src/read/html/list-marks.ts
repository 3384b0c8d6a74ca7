import { attribute, type HtmlElement, integerAttribute } from './html-elements.ts';

const DIGITS = '〇一二三四五六七八九';

/** 1–99 in Chinese characters as list numbers are written: 十, 十一, 二十, 二十一. */
function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const unit = number % 10 === 0 ? '' : (DIGITS[number % 10] ?? '');
  if (tens === 0) return DIGITS[number] ?? '';
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${unit}`;
}

const LIST_STYLE =
  /list-style(?:-type)?\s*:[^;]{0,60}?\b(none|decimal|cjk-ideographic|simp-chinese-informal|cjk-decimal)\b/i;

function mark(list: HtmlElement, number: number): string {
  const style = LIST_STYLE.exec(attribute(list, 'style') ?? '')?.[1]?.toLowerCase();
  if (style === 'none') return '';
  const chinese = style !== undefined && style !== 'decimal' && number > 0 && number < 100;
  if (chinese) return `${chineseNumber(number)}、`;
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
