import type { Deadline } from '../deadline.ts';
import { parseXml, type XmlAttributes } from '../xml.ts';
import { levelIndex } from './numbering.ts';
import { WORD_PREFIXES } from './parts.ts';

/** The little of a style that changes which text is on the page. */
export interface Style {
  readonly numId?: string;
  readonly level?: number;
  readonly hidden?: boolean;
}

export interface Styles {
  get(styleId: string): Style | undefined;
  /** Paragraph style of paragraphs that name none. */
  readonly byDefault: string | undefined;
}

interface RawStyle {
  basedOn?: string;
  numId?: string;
  level?: number;
  hidden?: boolean;
}

export const NO_STYLES: Styles = { get: () => undefined, byDefault: undefined };

const MAX_ANCESTORS = 20;

/** Reads `styles.xml`, each style with what it inherits. */
export function readStyles(bytes: Uint8Array, deadline: Deadline): Styles {
  const raw = new Map<string, RawStyle>();
  let current: RawStyle | undefined;
  let byDefault: string | undefined;
  const open = (name: string, attributes: XmlAttributes) => {
    if (name === 'w:style') {
      current = {};
      const id = attributes['w:styleId'] ?? '';
      raw.set(id, current);
      if (attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0')) byDefault = id;
    } else if (current !== undefined) describe(current, name, attributes['w:val']);
  };
  const close = (name: string) => {
    if (name === 'w:style') current = undefined;
  };
  parseXml(bytes, { open, close }, { prefixes: WORD_PREFIXES, deadline });
  const resolved = new Map<string, Style>();
  for (const [id, style] of raw) resolved.set(id, inherited(style, raw));
  return { get: (id) => resolved.get(id), byDefault };
}

function describe(style: RawStyle, name: string, value: string | undefined): void {
  if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
  else if (name === 'w:numId' && value !== undefined) style.numId = value;
  else if (name === 'w:ilvl') style.level = levelIndex(value);
  else if (name === 'w:vanish') style.hidden = isOn(value);
}

function inherited(style: RawStyle, all: ReadonlyMap<string, RawStyle>): Style {
  const result: RawStyle = { ...style };
  let parent = all.get(style.basedOn ?? '');
  for (let steps = 0; parent !== undefined && steps < MAX_ANCESTORS; steps += 1) {
    if (result.numId === undefined && parent.numId !== undefined) result.numId = parent.numId;
    if (result.level === undefined && parent.level !== undefined) result.level = parent.level;
    if (result.hidden === undefined && parent.hidden !== undefined) result.hidden = parent.hidden;
    parent = all.get(parent.basedOn ?? '');
  }
  return result;
}

/** Value of an on/off property: the element alone means on. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}
