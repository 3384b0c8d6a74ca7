import { sumExact } from '../../kernel/decimal.ts';
import { yuanText } from '../../statistics/figure.ts';
import { quantityOf } from '../amounts.ts';
import type { FormCell } from '../forms/form.ts';
import { tablesOf } from '../forms/registry.ts';
import { TABLE_NAMES, type TableId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { FeeRegister } from '../rules/register-facts.ts';

/** A figure that a text may name in braces: “收到申请 {newlyReceived.total} 件”. */
export interface LiveField {
  /** Row and column, without the table: `refused.stateSecret.total`. */
  readonly name: string;
  /** What it is, for the one who chooses it. */
  readonly label: string;
  /** As it is put into the text, without its unit; `null` while the tables hold no figure. */
  readonly text: string | null;
}

type Figures = Pick<AnnualReport, 'tableForms' | 'cells'>;

/** Cells that stand for a figure, and what they are called together. */
interface Group {
  readonly name: string;
  readonly label: string;
  /** Whether a row, named without its table, belongs to it. */
  readonly holds: (row: string) => boolean;
}

const inGroup = (group: string) => (row: string) => row === group || row.startsWith(`${group}.`);

/** Sums that texts speak of and the forms do not print. */
const GROUPS: Readonly<Record<TableId, readonly Group[]>> = {
  t2: [],
  t3: [
    {
      name: 'received',
      label: '新收与结转合计',
      holds: (row) => row === 'newlyReceived' || row === 'carriedIn',
    },
    { name: 'refused', label: '第三项（三）不予公开合计', holds: inGroup('refused') },
    { name: 'unavailable', label: '第三项（四）无法提供合计', holds: inGroup('unavailable') },
    { name: 'notProcessed', label: '第三项（五）不予处理合计', holds: inGroup('notProcessed') },
    { name: 'otherHandling', label: '第三项（六）其他处理合计', holds: inGroup('otherHandling') },
  ],
  t4: [{ name: 'litigation', label: '行政诉讼合计', holds: (row) => row.startsWith('litigation') }],
};

const ORGANIZATIONS = { id: 'organizations', label: '法人或其他组织合计' } as const;
const NO_ORGANIZATION: ReadonlySet<string> = new Set(['naturalPerson', 'total']);

const withoutTable = (row: string): string => row.slice(row.indexOf('.') + 1);

/** The sum of the cells as text; `null` while one of them holds no figure. */
function sumText({ cells }: Figures, forms: readonly FormCell[]): string | null {
  const figures: number[] = [];
  for (const form of forms) {
    const printed = cells[form.id];
    const quantity = printed && quantityOf(form, printed);
    if (quantity === undefined) return null;
    figures.push(quantity.value);
  }
  return String(sumExact(figures));
}

/** A field for each column of some rows, and in table three one for all organisations together. */
function fieldsOfRows(
  report: Figures,
  table: TableId,
  { name, label }: Pick<Group, 'name' | 'label'>,
  forms: readonly FormCell[],
): readonly LiveField[] {
  const prefix = `${TABLE_NAMES[table]} ${label}`;
  const byColumn = Map.groupBy(forms, ({ column }) => column.id);
  const fields = [...byColumn].map(([column, cells]) => ({
    name: `${name}.${column}`,
    label: `${prefix} ${cells[0]?.column.label ?? ''}`,
    text: sumText(report, cells),
  }));
  if (table !== 't3') return fields;
  const organizations = forms.filter(({ column }) => !NO_ORGANIZATION.has(column.id));
  return [
    ...fields,
    {
      name: `${name}.${ORGANIZATIONS.id}`,
      label: `${prefix} ${ORGANIZATIONS.label}`,
      text: sumText(report, organizations),
    },
  ];
}

function tableFields(report: Figures): readonly LiveField[] {
  return tablesOf(report).flatMap(({ table, rows, cells }) => {
    const ofRows = rows.flatMap((row) =>
      fieldsOfRows(
        report,
        table,
        { name: withoutTable(row.id), label: row.name },
        cells.filter((cell) => cell.row === row),
      ),
    );
    const names = new Set(ofRows.map(({ name }) => name));
    const ofGroups = GROUPS[table].flatMap((group) =>
      fieldsOfRows(
        report,
        table,
        group,
        cells.filter(({ row }) => group.holds(withoutTable(row.id))),
      ),
    );
    // On the form of 60号 （六）其他处理 is a row of its own.
    return ofRows.concat(ofGroups.filter(({ name }) => !names.has(name)));
  });
}

/** Part six on 信息处理费 (30号一（六）): what was collected, or that nothing was [U]. */
export const feeSentence = ({ count, amount }: FeeRegister): string =>
  count === 0 && amount === 0
    ? '本年度未收取政府信息公开信息处理费。'
    : `本年度收取政府信息公开信息处理费${count}件，共${yuanText(amount)}元。`;

const feeFields = (fees: FeeRegister | undefined): readonly LiveField[] => [
  { name: 'processingFee.count', label: '收取信息处理费的件数', text: fees ? String(fees.count) : null },
  { name: 'processingFee.yuan', label: '信息处理费金额（元）', text: fees ? yuanText(fees.amount) : null },
  { name: 'processingFee.sentence', label: '信息处理费情况（整句）', text: fees ? feeSentence(fees) : null },
];

/**
 * Every field that a text of the report may name, a closed list: the cells of its forms, the sums that texts speak of,
 * and the processing fees.
 *
 * @param fees `undefined`: no register of fees is kept
 */
export const liveFields = (report: Figures, fees: FeeRegister | undefined): readonly LiveField[] => [
  ...tableFields(report),
  ...feeFields(fees),
];

/** A text with its figures, and the names that could not be filled, each once. */
export interface FilledText {
  readonly text: string;
  /** Names that are no field. */
  readonly unknown: readonly string[];
  /** Fields whose figure is not there yet. */
  readonly withoutFigure: readonly string[];
}

/** Latin names in braces of either width; words in braces are text. */
const FIELD = /[{｛]\s*([A-Za-z][A-Za-z.]*)\s*[}｝]/g;

/** Puts the figures into a text. What cannot be filled stays as it is written, so that it is seen (AR-FRM-10). */
export function fillLiveFields(text: string, fields: readonly LiveField[]): FilledText {
  const known = new Map(fields.map((field) => [field.name, field.text]));
  const unknown = new Set<string>();
  const withoutFigure = new Set<string>();
  const filled = text.replace(FIELD, (written, name: string) => {
    const figure = known.get(name);
    if (figure === undefined) unknown.add(name);
    else if (figure === null) withoutFigure.add(name);
    return figure ?? written;
  });
  return { text: filled, unknown: [...unknown], withoutFigure: [...withoutFigure] };
}
