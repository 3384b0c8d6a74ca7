import type { Deadline } from '../deadline.ts';
import type { ListLevel, ListUse } from '../list-counters.ts';
import { parseXml, type XmlAttributes } from '../xml.ts';
import { WORD_PREFIXES } from './parts.ts';

/** Automatic lists of a document: what a paragraph's `numId` means. */
export interface Numbering {
  use(numId: string): ListUse | undefined;
  /** Level that a heading style stands for in a list, when its style is tied to one. */
  levelOfStyle(numId: string, styleId: string): number | undefined;
}

interface Level {
  start: number;
  format: string;
  text: string;
  follow: ListLevel['follow'];
  legal: boolean;
  restartAfter?: number;
  style?: string;
}

interface Definition {
  readonly levels: Level[];
  /** Refers to the definition that carries `styleLink` of the same name. */
  numStyleLink?: string;
  styleLink?: string;
}

interface Instance {
  definition: string;
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

export const NO_NUMBERING: Numbering = { use: () => undefined, levelOfStyle: () => undefined };

/** Reads `numbering.xml`. */
export function readNumbering(bytes: Uint8Array, deadline: Deadline): Numbering {
  const part = new NumberingPart();
  parseXml(bytes, part, { prefixes: WORD_PREFIXES, deadline });
  return resolveNumbering(part);
}

class NumberingPart {
  readonly definitions = new Map<string, Definition>();
  readonly instances = new Map<string, Instance>();
  private definition: Definition | undefined;
  private instance: Instance | undefined;
  private overridden = 0;
  private level: Level | undefined;

  open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? '';
    if (this.level !== undefined) describe(this.level, name, value, attributes);
    switch (name) {
      case 'w:abstractNum':
        this.definition = { levels: [] };
        this.definitions.set(attributes['w:abstractNumId'] ?? '', this.definition);
        break;
      case 'w:num':
        this.instance = { definition: '', levels: new Map(), starts: new Map() };
        this.instances.set(attributes['w:numId'] ?? '', this.instance);
        break;
      case 'w:lvl':
        this.level = { start: 0, format: 'decimal', text: '', follow: 'tab', legal: false };
        this.place(this.level, levelIndex(attributes['w:ilvl']));
        break;
      case 'w:abstractNumId':
        if (this.instance !== undefined) this.instance.definition = value;
        break;
      case 'w:lvlOverride':
        this.overridden = levelIndex(attributes['w:ilvl']);
        break;
      case 'w:startOverride':
        this.instance?.starts.set(this.overridden, integer(value, 1));
        break;
      case 'w:numStyleLink':
        if (this.definition !== undefined) this.definition.numStyleLink = value;
        break;
      case 'w:styleLink':
        if (this.definition !== undefined) this.definition.styleLink = value;
        break;
    }
  }

  close(name: string): void {
    if (name === 'w:lvl') this.level = undefined;
    else if (name === 'w:abstractNum') this.definition = undefined;
    else if (name === 'w:num') this.instance = undefined;
  }

  private place(level: Level, index: number): void {
    if (this.instance !== undefined) this.instance.levels.set(index, level);
    else if (this.definition !== undefined) this.definition.levels[index] = level;
  }
}

function describe(level: Level, name: string, value: string, attributes: XmlAttributes): void {
  switch (name) {
    case 'w:start':
      level.start = integer(value, 0);
      break;
    case 'w:numFmt':
      level.format = value === 'custom' ? 'decimal' : value;
      break;
    case 'w:lvlText':
      level.text = attributes['w:null'] === undefined ? value : '';
      break;
    case 'w:suff':
      level.follow = value === 'space' || value === 'nothing' ? value : 'tab';
      break;
    case 'w:isLgl':
      level.legal = value !== '0' && value !== 'false';
      break;
    case 'w:lvlRestart':
      level.restartAfter = integer(value, 0);
      break;
    case 'w:pStyle':
      level.style = value;
      break;
  }
}

function resolveNumbering(part: NumberingPart): Numbering {
  const byStyleLink = new Map<string, string>();
  for (const [id, definition] of part.definitions) {
    if (definition.styleLink !== undefined) byStyleLink.set(definition.styleLink, id);
  }
  const uses = new Map<string, ListUse>();
  const styles = new Map<string, Map<string, number>>();
  for (const [numId, instance] of part.instances) {
    const named = part.definitions.get(instance.definition);
    const linked = named?.numStyleLink === undefined ? undefined : byStyleLink.get(named.numStyleLink);
    const definition = linked ?? instance.definition;
    // slice keeps holes, which a spread would turn into values.
    const levels = (part.definitions.get(definition)?.levels ?? []).slice();
    for (const [index, level] of instance.levels) levels[index] = level;
    uses.set(numId, { definition, instance: numId, levels, starts: instance.starts });
    const tied = new Map<string, number>();
    levels.forEach((level, index) => {
      if (level.style !== undefined) tied.set(level.style, index);
    });
    styles.set(numId, tied);
  }
  return {
    use: (numId) => uses.get(numId),
    levelOfStyle: (numId, styleId) => styles.get(numId)?.get(styleId),
  };
}

/** A level outside 0–8 has no place in a list; it is read as the first. */
export function levelIndex(value: string | undefined): number {
  const index = integer(value ?? '', 0);
  return index >= 0 && index <= 8 ? index : 0;
}

function integer(value: string, otherwise: number): number {
  const number = Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : otherwise;
}
