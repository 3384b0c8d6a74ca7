/** What every engine is measured by: the same questions, the same figures, the same truth. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askSome, makeDocument, QUESTIONS } from './search-bench-corpus.ts';

export const PAGE = 20;

export const print = (line: object): void => console.log(JSON.stringify(line));

/** Reads every file of a folder, so that the system has in memory what fits there. */
export async function readWhole(folder: string): Promise<void> {
  const started = performance.now();
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = createReadStream(join(entry.parentPath, entry.name), { highWaterMark: 1 << 20 });
    for await (const chunk of file) bytes += Buffer.byteLength(chunk);
  }
  print({ read: folder, bytes, seconds: (performance.now() - started) / 1000 });
}

/** A page of results as indexes of documents, in their order; `null` when the engine gave up. */
export type Engine = (asked: string) => Promise<readonly number[] | null>;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

interface Truth {
  readonly asked: string;
  readonly words: readonly string[];
  /** Documents whose own number it is: whoever asks for a number wants the document that bears it. */
  readonly numbers: number[];
  readonly titles: number[];
  readonly texts: number[];
}

/**
 * The page that is right: documents that bear the number, then titles, then texts, each the newest first (`PLACES`), by
 * reading every document.
 */
export function findTruth(
  questions: readonly string[],
  count: number,
): ReadonlyMap<string, readonly number[]> {
  const truths = questions.map(
    (asked): Truth => ({
      asked,
      words: asked.replaceAll('[', '〔').replaceAll(']', '〕').split(/\s+/u),
      numbers: [],
      titles: [],
      texts: [],
    }),
  );
  for (let index = count - 1; index >= 0; index -= 1) {
    const document = makeDocument(index, count);
    const { title } = document;
    const text = `${title}\n${document.documentNumber}\n${document.indexNumber}\n测试局${document.organ}\n${document.body}`;
    for (const { words, numbers, titles, texts } of truths) {
      const [word] = words;
      if (words.length === 1 && (word === document.documentNumber || word === document.indexNumber)) {
        if (numbers.length < PAGE) numbers.push(index);
        continue;
      }
      if (titles.length === PAGE) continue;
      if (words.every((word) => title.includes(word))) titles.push(index);
      else if (texts.length < PAGE && words.every((word) => text.includes(word))) texts.push(index);
    }
  }
  return new Map(
    truths.map(({ asked, numbers, titles, texts }) => [
      asked,
      [...numbers, ...titles, ...texts].slice(0, PAGE),
    ]),
  );
}

export interface Figures {
  readonly engine: 'postgres' | 'sqlite';
  readonly state: 'restarted' | 'hot' | 'counted';
  readonly kind: string;
  readonly asked: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** Share of the questions that were answered with something. */
  readonly found: number;
  readonly gaveUp: number;
}

interface Run extends Pick<Figures, 'engine' | 'state'> {
  readonly count: number;
  /** Questions of each kind. */
  readonly rounds: number;
  readonly seed: number;
  /** A kind that has taken so long is asked no further. */
  readonly longestMs?: number;
}

async function measureKind(
  { engine: name, state, count, rounds, seed, longestMs = Number.POSITIVE_INFINITY }: Run,
  engine: Engine,
  kind: string,
): Promise<Figures> {
  const times: number[] = [];
  const first = performance.now();
  let found = 0;
  let gaveUp = 0;
  for (const asked of askSome(kind, count, rounds, seed)) {
    const start = performance.now();
    if (start - first > longestMs) break;
    const answer = await engine(asked);
    times.push(performance.now() - start);
    if (answer === null) gaveUp += 1;
    else if (answer.length > 0) found += 1;
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    engine: name,
    state,
    kind,
    asked: times.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    longest: percentile(sorted, 1),
    found: found / times.length,
    gaveUp,
  };
}

/** Asks some of every kind and prints a line of figures for each. */
export async function measure(run: Run, engine: Engine): Promise<readonly Figures[]> {
  const all: Figures[] = [];
  for (const kind of Object.keys(QUESTIONS)) {
    const figures = await measureKind(run, engine, kind);
    print(figures);
    all.push(figures);
  }
  return all;
}

/** How much of the right pages an engine shows, and how many of its pages stand in another order. */
export async function measureRecall(
  name: string,
  engine: Engine,
  truth: ReadonlyMap<string, readonly number[]>,
  questions: readonly string[],
): Promise<void> {
  let wanted = 0;
  let shown = 0;
  let reordered = 0;
  for (const asked of questions) {
    const right = truth.get(asked) ?? [];
    const answer = (await engine(asked)) ?? [];
    const hits = new Set(answer);
    wanted += right.length;
    const common = right.filter((index) => hits.has(index)).length;
    shown += common;
    if (common < right.length) console.error(`${name}: ${asked}: ${common} of ${right.length}`);
    else if (right.join() !== answer.join()) reordered += 1;
  }
  print({ engine: name, recall: shown / wanted, wanted, questions: questions.length, reordered });
}
