import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { BoardUnit } from './board-rows.ts';

/** What of a finding says where to look. */
export type PointingFinding = Pick<
  RouteOutput<typeof annualReportRoutes.read>['findings'][number],
  'status' | 'severity' | 'message' | 'cells' | 'cellNames' | 'passage' | 'waiver'
>;

/** Something that may be marked when a report goes back: a cell, or a sentence of the text. */
export interface Mark {
  readonly kind: 'cell' | 'passage';
  /** The cell, or the words. */
  readonly value: string;
  readonly title: string;
  /** Why it is offered. */
  readonly why: string;
}

const isFailing = ({ status }: Pick<PointingFinding, 'status'>): boolean =>
  status === 'fail' || status === 'waived';

/** Whether a finding names words; what is missing in the text stands nowhere in it. */
const isSaid = (passage: PointingFinding['passage']): passage is NonNullable<PointingFinding['passage']> =>
  passage !== undefined && passage.text !== '';

/** What was found, with the reason that the unit gave for it. */
const whyOf = ({ message, waiver }: PointingFinding): string =>
  waiver === undefined ? message : `${message}单位说明：${waiver.reason}`;

/** Everything that the check or last year's figures point at; each place once, errors first. */
export function marksOf(
  { findings }: { readonly findings: readonly PointingFinding[] },
  { changes }: Pick<BoardUnit, 'changes'>,
): readonly Mark[] {
  const order = { block: 0, warn: 1, hint: 2 } as const;
  const failing = findings
    .filter(isFailing)
    .toSorted((one, other) => order[one.severity] - order[other.severity]);
  const marks = failing.flatMap((finding): readonly Mark[] => {
    const { cells, cellNames, passage } = finding;
    const why = whyOf(finding);
    return [
      ...cells.map((value, index): Mark => ({ kind: 'cell', value, title: cellNames[index] ?? value, why })),
      ...(!isSaid(passage)
        ? []
        : [{ kind: 'passage', value: passage.text, title: passage.text, why } as const]),
    ];
  });
  const changed = changes.map(
    ({ cell, name, before, now }): Mark => ({
      kind: 'cell',
      value: cell,
      title: name,
      why: `上年 ${before}，今年 ${now}`,
    }),
  );
  const byPlace = new Map<string, Mark>();
  for (const mark of [...marks, ...changed]) {
    const key = `${mark.kind} ${mark.value}`;
    if (!byPlace.has(key)) byPlace.set(key, mark);
  }
  return [...byPlace.values()];
}

/** What the check says of the report as a whole, which nothing in it can be marked for. */
export const placeless = (findings: readonly PointingFinding[]): readonly string[] => [
  ...new Set(
    findings.filter((one) => isFailing(one) && one.cells.length === 0 && !isSaid(one.passage)).map(whyOf),
  ),
];

const SENTENCE = /[^。；！？]+[。；！？]?/gu;

/** Every cell and sentence of a report, for marks that no finding offers. */
export function everyMark(
  cells: readonly CellId[],
  texts: Readonly<Record<string, readonly string[]>>,
): readonly Mark[] {
  const sentences = Object.values(texts).flatMap((paragraphs) =>
    paragraphs.flatMap((paragraph) => paragraph.match(SENTENCE) ?? []),
  );
  const why = '审核时选定';
  return [
    ...cells.map((value): Mark => ({ kind: 'cell', value, title: cellName(value), why })),
    ...[...new Set(sentences)].map((value): Mark => ({ kind: 'passage', value, title: value, why })),
  ];
}
