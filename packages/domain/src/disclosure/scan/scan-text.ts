import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import { addressHits } from './address-hits.ts';
import { columnHeadings, recordOf } from './columns.ts';
import { type Hit, SCAN_KINDS, type ScanFinding } from './finding.ts';
import type { ColumnHeading } from './labels.ts';
import { bookmarkHits, leftoverHits, propertyHits } from './leftover-hits.ts';
import { deadLinkHit, linkHit, writtenLinkHits } from './link-hits.ts';
import { DEFAULT_MASKING, type MaskingRules } from './masking.ts';
import { minorNameCell, minorNameHits } from './name-hits.ts';
import { type NumberHit, numberHits } from './number-hits.ts';
import { type LinkPiece, PRESENCES, type PresencePiece, type ScanPiece, type TextPiece } from './piece.ts';
import { originalSpan, type PlainText, plainText } from './plain-text.ts';
import { secrecyHits } from './secrecy-hits.ts';
import { wordingHits } from './wording-hits.ts';
import type { WordingRow } from './wording-table.ts';

export interface ScanOptions {
  /** The day of the scan: nobody is born after it, and it tells who is a minor. */
  readonly today: CivilDate;
  /** The installation's own list of wrong and forbidden expressions, beside the starting set. */
  readonly wording?: readonly WordingRow[];
  /** Addresses that did not answer when they were asked. */
  readonly deadLinks?: ReadonlySet<string>;
  /** How the organ masks; else as the settings do by default. */
  readonly masking?: MaskingRules;
}

interface Scanned {
  readonly hits: readonly Hit[];
  readonly numbers: readonly NumberHit[];
}

const NO_WORDING: readonly WordingRow[] = [];
const ADULT = 18;
/** Texts in which nothing is written for readers: only personal data count there. */
const MACHINE_TEXT = new Set(['fieldCode', 'definedName', 'bookmark']);

/** What only texts written for readers can hold; links stand in the codes of fields too. */
function writtenHits(piece: TextPiece, text: string, options: ScanOptions): readonly Hit[] {
  if (MACHINE_TEXT.has(piece.place.kind)) return writtenLinkHits(text);
  return [
    ...minorNameHits(text, options.masking ?? DEFAULT_MASKING),
    ...secrecyHits(text),
    ...wordingHits(text, options.wording ?? NO_WORDING),
    ...writtenLinkHits(text),
    ...leftoverHits(text),
  ];
}

const inOriginal = (plain: PlainText, hit: Hit): Hit => ({
  ...hit,
  ...originalSpan(plain, hit.start, hit.end),
});

function scanPiece(piece: TextPiece, heading: ColumnHeading | undefined, options: ScanOptions): Scanned {
  const plain = plainText(piece.text);
  const { text } = plain;
  const { today, masking = DEFAULT_MASKING } = options;
  const numbers = numberHits(text, { today, column: heading?.number, masking });
  const name = heading?.isMinorName === true ? minorNameCell(text, masking) : undefined;
  const hits: readonly Hit[] = [
    ...numbers,
    ...addressHits(text, heading?.isAddress === true),
    ...(name === undefined ? [] : [name]),
    ...writtenHits(piece, text, options),
    ...(piece.place.kind === 'bookmark' ? bookmarkHits(text) : []),
    ...(piece.place.kind === 'property' ? propertyHits(piece.place.name ?? '', text) : []),
  ];
  return { hits: hits.map((hit) => inOriginal(plain, hit)), numbers };
}

function presenceHit({ what, count }: PresencePiece): Hit {
  const span = { start: 0, end: 0, mask: null };
  if (what === 'picture') {
    const reason = `有${count}张图片，图片不能自动识别，须人工查看。`;
    return { kind: 'picture', severity: 'warns', ...span, reason };
  }
  const reason = `文件里有${PRESENCES[what]}（${count}处），会随文件一起公开；请清除后再发布，或者确认可以公开。`;
  return { kind: 'hiddenContent', severity: what === 'externalData' ? 'warns' : 'blocks', ...span, reason };
}

function linkHits({ text, shown }: LinkPiece, { deadLinks }: ScanOptions): readonly Hit[] {
  const hit = linkHit(text, shown) ?? (deadLinks?.has(text) === true ? deadLinkHit(text) : undefined);
  return hit === undefined ? [] : [hit];
}

/** Years completed between two days. */
const ageOn = (birthday: CivilDate, day: CivilDate): number =>
  yearOf(day) - yearOf(birthday) - (day.slice(5) < birthday.slice(5) ? 1 : 0);

/** What rows say together: identity and account side by side, and whose name stands beside a minor's age. */
class Records {
  private readonly kinds = new Map<string, Set<Hit['kind']>>();
  private readonly minors = new Set<string>();
  private readonly today: CivilDate;

  constructor(today: CivilDate) {
    this.today = today;
  }

  note(record: string, scanned: Scanned, text: string, heading: ColumnHeading | undefined): void {
    const kinds = this.kinds.get(record) ?? new Set();
    this.kinds.set(record, kinds);
    for (const { kind, severity, birthday } of scanned.numbers) {
      if (severity === 'blocks') kinds.add(kind);
      if (birthday !== undefined && ageOn(birthday, this.today) < ADULT) this.minors.add(record);
    }
    if (heading?.isAge === true && /^\d{1,2}$/.test(text.trim()) && Number(text) < ADULT)
      this.minors.add(record);
  }

  isList(record: string): boolean {
    const kinds = this.kinds.get(record);
    return kinds?.has('idNumber') === true && kinds.has('bankCard');
  }

  isMinor(record: string): boolean {
    return this.minors.has(record);
  }
}

const LIST_REASON = '同一行同时有完整身份证号和银行账号，任何情况下不得公开；请逐项遮盖或者删去。';

function findingOf(hit: Hit, piece: ScanPiece, index: number, isList: boolean): ScanFinding {
  const text = piece.kind === 'presence' ? '' : piece.text.slice(hit.start, hit.end);
  const inList = isList && hit.severity === 'blocks' && (hit.kind === 'idNumber' || hit.kind === 'bankCard');
  const reason = inList ? LIST_REASON : hit.reason;
  return { ...hit, reason, piece: index, place: piece.place, text, inList };
}

/**
 * Scans the texts of an item and of its files before publication (publication.md §9, privacy-security.md §2).
 * Findings come in the order of the pieces, in each in reading order; offsets count the ORIGINAL characters.
 * Pure and linear in the length of the texts. Findings quote personal data: see `ScanFinding`.
 *
 * @param pieces in reading order, so that the heading of a column stands before its cells
 */
export function scanText(pieces: readonly ScanPiece[], options: ScanOptions): readonly ScanFinding[] {
  const { masking = DEFAULT_MASKING } = options;
  const headings = columnHeadings(pieces);
  const records = new Records(options.today);
  const scanned = pieces.map((piece, index): Scanned => {
    if (piece.kind === 'presence') return { hits: [presenceHit(piece)], numbers: [] };
    if (piece.kind === 'link') return { hits: linkHits(piece, options), numbers: [] };
    const found = scanPiece(piece, headings.get(index), options);
    records.note(recordOf(piece.place, index), found, piece.text, headings.get(index));
    return found;
  });
  return pieces.flatMap((piece, index) => {
    const record = recordOf(piece.place, index);
    const isList = records.isList(record);
    const isName = piece.kind === 'text' && headings.get(index)?.isName === true && records.isMinor(record);
    const name = isName ? minorNameCell(piece.text, masking) : undefined;
    const own = scanned[index]?.hits ?? [];
    const hits = name === undefined || own.some(({ kind }) => kind === 'minorName') ? own : [...own, name];
    return hits
      .map((hit) => findingOf(hit, piece, index, isList))
      .toSorted((one, other) => one.start - other.start || other.end - one.end);
  });
}

/** "身份证号", as the list of findings calls it. */
export const kindTitle = ({ kind }: Pick<ScanFinding, 'kind'>): string => SCAN_KINDS[kind].title;
