/** What every engine is measured by: the same questions, the same figures, the same truth. */
import { askSome, makeDocument, QUESTIONS } from './search-bench-corpus.ts';

export const PAGE = 20;

/** A page of results as indexes of documents, in their order; `null` when the engine gave up. */
export type Engine = (asked: string) => Promise<readonly number[] | null>;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

interface Truth {
  readonly asked: string;
  readonly words: readonly string[];
  readonly titles: number[];
  readonly texts: number[];
}

/** The page that is right: titles first, each the newest first, by reading every document. */
export function findTruth(
  questions: readonly string[],
  count: number,
): ReadonlyMap<string, readonly number[]> {
  const truths = questions.map(
    (asked): Truth => ({
      asked,
      words: asked.replaceAll('[', '〔').replaceAll(']', '〕').split(/\s+/u),
      titles: [],
      texts: [],
    }),
  );
  for (let index = count - 1; index >= 0; index -= 1) {
    const document = makeDocument(index, count);
    const { title } = document;
    const text = `${title}\n${document.documentNumber}\n${document.indexNumber}\n测试局${document.organ}\n${document.body}`;
    for (const { words, titles, texts } of truths) {
      if (titles.length === PAGE) continue;
      if (words.every((word) => title.includes(word))) titles.push(index);
      else if (texts.length < PAGE && words.every((word) => text.includes(word))) texts.push(index);
    }
  }
  return new Map(truths.map(({ asked, titles, texts }) => [asked, [...titles, ...texts].slice(0, PAGE)]));
}

export interface Figures {
  readonly engine: string;
  readonly state: string;
  readonly kind: string;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly found: number;
  readonly gaveUp: number;
}

/** Asks some of every kind and prints a line of figures for each. */
export async function measure(
  name: string,
  state: string,
  engine: Engine,
  count: number,
  rounds: number,
  seed: number,
): Promise<void> {
  for (const kind of Object.keys(QUESTIONS)) {
    const times: number[] = [];
    let found = 0;
    let gaveUp = 0;
    for (const asked of askSome(kind, count, rounds, seed)) {
      const start = performance.now();
      const answer = await engine(asked);
      times.push(performance.now() - start);
      if (answer === null) gaveUp += 1;
      else if (answer.length > 0) found += 1;
    }
    const sorted = times.toSorted((a, b) => a - b);
    const figures: Figures = {
      engine: name,
      state,
      kind,
      p50: percentile(sorted, 0.5),
      p95: percentile(sorted, 0.95),
      longest: percentile(sorted, 1),
      found: found / rounds,
      gaveUp,
    };
    console.log(JSON.stringify(figures));
  }
}

/** How much of the right pages an engine shows, and how many of its pages stand in another order. */
export async function measureRecall(
  name: string,
  engine: Engine,
  truth: ReadonlyMap<string, readonly number[]>,
): Promise<void> {
  let wanted = 0;
  let shown = 0;
  let reordered = 0;
  for (const [asked, right] of truth) {
    const answer = (await engine(asked)) ?? [];
    const hits = new Set(answer);
    wanted += right.length;
    const common = right.filter((index) => hits.has(index)).length;
    shown += common;
    if (common < right.length) console.error(`${name}: ${asked}: ${common} of ${right.length}`);
    else if (right.join() !== answer.join()) reordered += 1;
  }
  console.log(
    JSON.stringify({ engine: name, recall: shown / wanted, wanted, questions: truth.size, reordered }),
  );
}
