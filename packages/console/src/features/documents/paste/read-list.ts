import type { BodyBlock, BodyListItem } from '@zhaoshi/domain/disclosure/document-body';
import type { PasteContext } from './paste-context.ts';
import { isElement, type PastedElement, type PastedNode, textBelow } from './pasted-node.ts';
import { isListMarker } from './read-inline.ts';
import { declared } from './style-rules.ts';

/** A paragraph that Word or WPS draws as an item of a list. */
export interface ListedParagraph {
  readonly element: PastedElement;
  readonly level: number;
  /** What stands before it: 1. or 一、 or a sign; empty when the clipboard does not say. */
  readonly marker: string;
  readonly isBullet: boolean;
}

const SIGNS =
  /^[\u00b7\u2022\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7\u25b6\u2013\u2014\u2713\u2714\u27a2\u2605\u2606\uf000-\uf0ff*\-–§]$/u;
/** Letters that these fonts draw as signs. */
const SIGN_FONTS = /wingdings|webdings|symbol/i;

const markersIn = (node: PastedNode): readonly PastedElement[] => {
  if (!isElement(node)) return [];
  return isListMarker(node) ? [node] : node.children.flatMap(markersIn);
};

const fontsIn = (element: PastedElement): string => {
  const own = `${element.attributes['style'] ?? ''} ${element.attributes['face'] ?? ''}`;
  return element.children.filter(isElement).reduce((all, child) => `${all} ${fontsIn(child)}`, own);
};

/** The paragraph as an item; `null` when it is none. */
export function listedParagraph(element: PastedElement, { rules }: PasteContext): ListedParagraph | null {
  const style = declared(element, rules);
  const [, list, level] = /\b(l\d+)\s+level(\d+)/.exec(style.get('mso-list') ?? '') ?? [];
  if (list === undefined || level === undefined) return null;
  const [marked] = element.children.flatMap(markersIn);
  const marker = marked === undefined ? '' : textBelow(marked).replaceAll(/[\s\u00a0\u3000]+/g, '');
  const defined = rules.lists.get(`${list}:level${level}`);
  // The font of the sign is often named at an element around it.
  const fonts = element.children
    .filter(isElement)
    .filter((child) => markersIn(child).length > 0)
    .map(fontsIn);
  const isBullet =
    defined?.get('mso-level-number-format') === 'bullet' ||
    SIGNS.test(marker) ||
    (Array.from(marker).length === 1 && fonts.some((font) => SIGN_FONTS.test(font)));
  return { element, level: Number(level), marker, isBullet };
}

/** The number of `1.`, which a web page's list draws in the same way; any other number has to stay in the text. */
const numberOf = ({ marker }: ListedParagraph): number | null => {
  const digits = /^(\d{1,4})[.．]$/.exec(marker)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Whether it can be an item of a list without its number being another one afterwards. */
export const isRealItem = (listed: ListedParagraph): boolean => listed.isBullet || numberOf(listed) !== null;

export interface ListItem {
  readonly listed: ListedParagraph;
  readonly block: BodyBlock;
}

interface Building {
  readonly items: readonly ListItem[];
  at: number;
}

/** One list of the level at which it begins; deeper items are lists in the item before them. */
function listFrom(building: Building): BodyBlock {
  const [first] = building.items.slice(building.at);
  const level = first?.listed.level ?? 1;
  const start = first === undefined ? null : numberOf(first.listed);
  const isBullet = first?.listed.isBullet ?? true;
  const made: BodyListItem[] = [];
  for (let item = building.items[building.at]; item !== undefined; item = building.items[building.at]) {
    const last = made.at(-1);
    if (item.listed.level > level && last !== undefined) {
      made[made.length - 1] = { ...last, content: [...last.content, listFrom(building)] };
      continue;
    }
    const goesOn =
      item.listed.isBullet === isBullet && (isBullet || numberOf(item.listed) === (start ?? 1) + made.length);
    if (item.listed.level !== level || !goesOn) break;
    made.push({ type: 'list_item', content: [item.block] });
    building.at += 1;
  }
  return isBullet
    ? { type: 'bullet_list', content: made }
    : { type: 'ordered_list', attrs: { order: start ?? 1 }, content: made };
}

/** Paragraphs that follow one another as items, as lists that keep their numbers. */
export function listsOf(items: readonly ListItem[]): readonly BodyBlock[] {
  const building: Building = { items, at: 0 };
  const lists: BodyBlock[] = [];
  while (building.at < items.length) lists.push(listFrom(building));
  return lists;
}
