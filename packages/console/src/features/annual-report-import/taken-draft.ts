import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';

/** A file beside the draft, as the server compares them. */
export type Beside = RouteOutput<typeof annualReportFileRoutes.besideDraft>;
type Draft = Beside['draft'];
type Table = Beside['tables'][number]['table'];

/** What may be taken from the file or left: each text, each table, the day. */
export const piecesOf = ({ texts, tables, datedOn }: Beside): readonly string[] => [
  ...texts.map(({ part }) => part),
  ...tables.map(({ table }) => table),
  ...(datedOn === null ? [] : ['datedOn']),
];

/** What the draft loses when the piece is taken from the file; a piece that was empty loses nothing. */
export function isReplacing({ texts, tables, datedOn }: Beside, piece: string): boolean {
  const text = texts.find(({ part }) => part === piece);
  if (text !== undefined) return text.before.trim() !== '';
  const table = tables.find((one) => one.table === piece);
  if (table !== undefined) return table.cells.some(({ before }) => before !== '空白' && before !== '无此栏');
  return piece === 'datedOn' && datedOn?.before !== null;
}

const ofTables = (cells: Readonly<Record<string, string>>, isTaken: (table: string) => boolean) =>
  Object.entries(cells).filter(([cell]) => isTaken(cell.slice(0, 2)));

/** The draft with the pieces that are taken from the file; everything else stays as it is. */
export function takenDraft({ draft, proposed }: Beside, taken: ReadonlySet<string>): Draft {
  const pick = <K extends string, T>(mine: Record<K, T>, theirs: Record<K, T>): Record<K, T> => {
    const picked = { ...mine };
    for (const key in theirs) if (taken.has(key)) picked[key] = theirs[key];
    return picked;
  };
  const cells = (mine: Record<string, string>, theirs: Record<string, string>) =>
    Object.fromEntries([
      ...ofTables(mine, (table) => !taken.has(table)),
      ...ofTables(theirs, (table) => taken.has(table)),
    ]);
  const sources: Record<Table, Draft['sources'][Table]> = pick(draft.sources, proposed.sources);
  return {
    ...draft,
    texts: pick(draft.texts, proposed.texts),
    sources,
    typed: cells(draft.typed, proposed.typed),
    footnotes: cells(draft.footnotes, proposed.footnotes),
    datedOn: taken.has('datedOn') ? proposed.datedOn : draft.datedOn,
  };
}
