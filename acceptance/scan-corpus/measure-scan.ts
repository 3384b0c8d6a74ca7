import type { ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { carriedPieces } from './carriers.ts';
import { type Carrier, type Seeded, type SeededDocument, seededDocument } from './corpus.ts';

/** What was seeded and what was found, of one kind. */
export interface KindScore {
  seeded: number;
  /** Of the seeded, those found. */
  found: number;
  /** Findings altogether. */
  findings: number;
  /** Of the findings, those of nobody. */
  wrong: number;
}

/** A number that was missed, or found and nobody's: both made up. */
export interface Miss {
  readonly document: number;
  readonly carrier: Carrier;
  readonly what: 'missed' | 'wrong';
  readonly kind: string;
  readonly number: string;
}

export interface ScanMeasure {
  readonly scores: Readonly<Record<Measured, KindScore>>;
  readonly misses: readonly Miss[];
}

export const MEASURED = ['idNumber', 'bankCard', 'mobile'] as const;
export type Measured = (typeof MEASURED)[number];

const newScore = (): KindScore => ({ seeded: 0, found: 0, findings: 0, wrong: 0 });

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\dXx]/g, '')
    .replace(/^0{0,2}86(?=1\d{10}$)/, '')
    .toUpperCase();

const isMeasured = (kind: string): kind is Measured => MEASURED.some((one) => one === kind);

const seededKind = ({ kind }: Seeded): Measured => (kind === 'oldIdNumber' ? 'idNumber' : kind);

function score(
  document: SeededDocument,
  index: number,
  findings: readonly ScanFinding[],
  measure: ScanMeasure,
): Miss[] {
  const misses: Miss[] = [];
  const about = { document: index, carrier: document.carrier };
  const told = findings.flatMap(({ kind, text }) =>
    isMeasured(kind) ? [{ kind, number: plain(text) }] : [],
  );
  for (const one of document.seeded) {
    const kind = seededKind(one);
    const isFound = told.some((finding) => finding.kind === kind && finding.number === one.number);
    measure.scores[kind].seeded += 1;
    if (isFound) measure.scores[kind].found += 1;
    else misses.push({ ...about, what: 'missed', kind, number: one.number });
  }
  for (const { kind, number } of told) {
    const isSeeded = document.seeded.some((one) => seededKind(one) === kind && one.number === number);
    measure.scores[kind].findings += 1;
    if (isSeeded) continue;
    measure.scores[kind].wrong += 1;
    misses.push({ ...about, what: 'wrong', kind, number });
  }
  return misses;
}

/** Scans the first documents of a corpus and counts, kind by kind. */
export async function measureScan(seed: number, documents: number): Promise<ScanMeasure> {
  const today = parseCivilDate('2026-11-21');
  if (today === undefined) throw new Error('no such day');
  const misses: Miss[] = [];
  const measure = { scores: { idNumber: newScore(), bankCard: newScore(), mobile: newScore() }, misses };
  for (let index = 0; index < documents; index++) {
    const document = seededDocument(seed, index);
    const findings = scanText(await carriedPieces(document), { today });
    misses.push(...score(document, index, findings, measure));
  }
  return measure;
}

/** Part of the seeded numbers that were found. */
export const recall = ({ seeded, found }: KindScore): number => (seeded === 0 ? 1 : found / seeded);

/** Part of the findings that were seeded numbers. */
export const precision = ({ findings, wrong }: KindScore): number =>
  findings === 0 ? 1 : (findings - wrong) / findings;
