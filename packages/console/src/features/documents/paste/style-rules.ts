import type { PastedElement } from './pasted-node.ts';

/** Declarations by their names in lower case. */
export type Declarations = ReadonlyMap<string, string>;

export interface StyleRules {
  /** By selector: `p.MsoNormal`, `.xl65`, `h1`. */
  readonly bySelector: ReadonlyMap<string, Declarations>;
  /** Word's lists, `l0:level1`. */
  readonly lists: ReadonlyMap<string, Declarations>;
}

/** `text-align:center;mso-list:l0 level1 lfo1`. */
function declarationsOf(text: string): Declarations {
  return new Map(
    text.split(';').flatMap((one): readonly [string, string][] => {
      const colon = one.indexOf(':');
      if (colon < 1) return [];
      return [[one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()]];
    }),
  );
}

/** The rules of a pasted style sheet that name an element or a class, and Word's definitions of lists. */
export function styleRules(styles: string): StyleRules {
  const bySelector = new Map<string, Declarations>();
  const lists = new Map<string, Declarations>();
  const plain = styles.replaceAll(/<!--|-->|\/\*[\s\S]*?\*\//g, ' ');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const list = /@list\s+(l\d+:level\d+)/.exec(selectors)?.[1];
    if (list !== undefined) lists.set(list, declarationsOf(body));
    if (selectors.includes('@')) continue;
    for (const selector of selectors.split(',')) {
      const name = selector.trim();
      bySelector.set(name, new Map([...(bySelector.get(name) ?? []), ...declarationsOf(body)]));
    }
  }
  return { bySelector, lists };
}

/** What is declared for an element: by its name, its classes and at the element itself, the last one first. */
export function declared({ name, attributes }: PastedElement, { bySelector }: StyleRules): Declarations {
  const classes = (attributes['class'] ?? '').split(/\s+/).filter((one) => one !== '');
  const selectors = [name, ...classes.flatMap((one) => [`.${one}`, `${name}.${one}`])];
  return new Map([
    ...selectors.flatMap((selector) => [...(bySelector.get(selector) ?? [])]),
    ...declarationsOf(attributes['style'] ?? ''),
  ]);
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, cm: 28.35, mm: 2.835, in: 72 };

/** A length in points; `null` for what is none. */
export function points(text: string | undefined): number | null {
  const [, number, unit = ''] = /^(-?[\d.]+)(pt|px|cm|mm|in)?$/.exec(text ?? '') ?? [];
  const size = unit === '' ? (number === '0' ? 0 : undefined) : POINTS[unit];
  return number === undefined || size === undefined ? null : Number(number) * size;
}
