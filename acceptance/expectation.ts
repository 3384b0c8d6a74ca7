import { readFileSync } from 'node:fs';

/** A figure as a reviewer writes it down: `·`, `0`, `16.877万元`. */
export interface ExpectedRow {
  readonly name: string;
  readonly figures: readonly string[];
}

export interface ExpectedSection {
  readonly section: string;
  readonly paragraphs: number;
  readonly heading: string;
  /** First and last words of its text; absent when it has none. */
  readonly begins?: string;
  readonly ends?: string;
}

export interface ExpectedNote {
  readonly code: string;
  readonly lines: readonly number[];
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly severity: string;
  /** `·` for all blank cells of the tables, else cell ids; absent when the reviewer names none. */
  readonly cells?: readonly string[];
}

/** What a reviewer reads in one seed: `fixtures/expectations/<seed>.md`. */
export interface Expectation {
  readonly facts: Readonly<Record<string, string>>;
  readonly sections: readonly ExpectedSection[];
  readonly leftovers: readonly string[];
  readonly tables: Readonly<Record<'表二' | '表三' | '表四', readonly ExpectedRow[]>>;
  readonly notes: readonly ExpectedNote[];
  readonly findings: readonly ExpectedFinding[];
  readonly notEvaluated: readonly string[];
}

const comment = / — .*$/;

/** Lines of each part of the file, list marks and comments taken off. */
function partsOf(markdown: string): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  let lines: string[] = [];
  parts.set('', lines);
  for (const line of markdown.split('\n')) {
    if (line.startsWith('## ')) {
      lines = [];
      parts.set(line.slice(3), lines);
    } else if (line !== '' && !/^(?:# |```)/.test(line)) {
      lines.push(line.replace(/^- /, '').replace(comment, ''));
    }
  }
  return parts;
}

function row(line: string): ExpectedRow {
  const [name = '', figures = ''] = line.split(' | ');
  return { name, figures: figures.split(' ') };
}

function section(line: string): ExpectedSection {
  const [head = '', heading = '', text] = line.split(' | ');
  const [id = '', count = ''] = head.split(' ');
  const [begins, ends] = text?.split(' … ') ?? [];
  return {
    section: id,
    paragraphs: Number.parseInt(count, 10),
    heading,
    ...(begins !== undefined && { begins }),
    ...(ends !== undefined && { ends }),
  };
}

function note(line: string): ExpectedNote {
  const [code = '', ...lines] = line.split(' ');
  return { code, lines: lines.map(Number) };
}

function finding(line: string): ExpectedFinding {
  const [, rule = '', severity = '', cells] = /^(\S+) (\S+)(?: \[([^\]]+)\])?$/.exec(line) ?? [];
  return { rule, severity, ...(cells !== undefined && { cells: cells.split(' ') }) };
}

/** Reads one expectation file. */
export function readExpectation(seed: string): Expectation {
  const file = new URL(`fixtures/expectations/${seed}.md`, import.meta.url);
  const parts = partsOf(readFileSync(file, 'utf8'));
  const lines = (part: string): readonly string[] => {
    const found = parts.get(part);
    if (!found) throw new Error(`${seed}: no part “${part}”`);
    return found;
  };
  return {
    facts: Object.fromEntries(lines('').map((line) => line.split('：') as [string, string])),
    sections: lines('各部分').map(section),
    leftovers: lines('残留标记'),
    tables: { 表二: lines('表二').map(row), 表三: lines('表三').map(row), 表四: lines('表四').map(row) },
    notes: lines('读取说明').map(note),
    findings: lines('校验结果').map(finding),
    notEvaluated: lines('因空白未校验').flatMap((line) => line.split(' ')),
  };
}
