import { ExactSums } from '../kernel/exact-sums.ts';
import { type Quantity, quantityOf } from './amounts.ts';
import type { FormCell } from './forms/form.ts';
import { formTable } from './forms/registry.ts';
import { cellsOfSameMeaning } from './forms/same-meaning.ts';
import { type CellId, type FormVersion, TABLE_IDS, type TableId } from './ids.ts';
import type { AnnualReport, CellValue } from './report.ts';
import type { MemberReport } from './rules/rule.ts';

/**
 * Why a member could not be counted in a cell: it has not reported · its cell is blank, holds words, or is not in
 * its report · its form has no such cell · its amount has no unit, or one that is not known.
 */
export type LackReason = 'notReported' | 'blank' | 'text' | 'absent' | 'otherForm' | 'unitUnknown';

export interface Lack {
  readonly reason: LackReason;
  /** Names of the members, in the order in which they came. */
  readonly units: readonly string[];
}

export interface AggregatedCell {
  readonly cell: CellId;
  /** Sum of the members that could be counted; `null` when none could. */
  readonly value: number | null;
  /** Unit of an amount the form leaves open, always 万元: members may use different ones. */
  readonly unit?: '万元';
  /** `incomplete`, not wrong, while a member is missing or has no figure here (annual-report.md §8). */
  readonly state: 'complete' | 'incomplete';
  readonly lacks: readonly Lack[];
}

/** A member whose table follows another form than the aggregated report. */
export interface OtherForm {
  readonly unit: string;
  readonly table: TableId;
  readonly version: FormVersion;
  /** Cells of the aggregated report to which it cannot be added. */
  readonly notAddable: readonly CellId[];
}

export interface RefusedMember {
  readonly unit: string;
  readonly reason: 'verticalSystem' | 'duplicate';
}

export interface AggregationResult {
  readonly cells: readonly AggregatedCell[];
  /** How many members' reports were added. */
  readonly counted: number;
  readonly missing: readonly string[];
  readonly otherForms: readonly OtherForm[];
  readonly refused: readonly RefusedMember[];
}

export interface Aggregation {
  /** Adds one member; nothing of its report is kept. */
  readonly add: (member: MemberReport) => void;
  /** The sums so far; more members may follow. */
  readonly result: () => AggregationResult;
}

/** Name by which a unit is told from others: spaces and full-width writing do not make another unit. */
export function unitKey(unit: string): string {
  return unit.normalize('NFKC').replace(/\s+/gu, '');
}

/** What a member is told from others by: on the platform its organ, whatever others are called; of a file its name. */
export const memberKey = ({ unit, key }: Pick<MemberReport, 'unit' | 'key'>): string => key ?? unitKey(unit);

/** Where the figures of one table come from on a member's form. */
interface TablePlan {
  /** Index of the table's first cell among all cells of the aggregated report. */
  readonly first: number;
  readonly cells: readonly FormCell[];
  readonly sources: readonly (readonly CellId[])[];
  readonly notAddable: readonly CellId[];
}

function tablePlan(table: TableId, version: FormVersion, member: FormVersion, first: number): TablePlan {
  const { cells } = formTable(table, version);
  const meaning = cellsOfSameMeaning(table, version, member);
  const sources = cells.map(({ id }) => meaning.get(id) ?? []);
  const notAddable = cells.flatMap(({ id }, index) => (sources[index]?.length === 0 ? [id] : []));
  return { first, cells, sources, notAddable };
}

/** What was found for one cell: a quantity, or why there is none. */
function found(cell: FormCell, value: CellValue | undefined): Quantity | LackReason {
  if (value === undefined) return 'absent';
  if (value.value === null) return value.state === 'text' ? 'text' : 'blank';
  return quantityOf(cell, value) ?? 'unitUnknown';
}

/** A member whose figures are being added; two of one name are two. */
interface Member {
  readonly unit: string;
  readonly values: AnnualReport['cells'];
}

/** The running sums of the cells, with who could not be counted where. */
class CellSums {
  readonly cells: readonly FormCell[];
  readonly #sums: ExactSums;
  readonly #counted: Uint32Array;
  readonly #lacks: (Map<LackReason, Member[]> | undefined)[];

  constructor(cells: readonly FormCell[]) {
    this.cells = cells;
    this.#sums = new ExactSums(cells.length);
    this.#counted = new Uint32Array(cells.length);
    this.#lacks = cells.map(() => undefined);
  }

  /** Adds a member's figures of one table; a table the member does not have is lacking as a whole. */
  addTable(plan: TablePlan, member: Member): void {
    const { cells, first, sources } = plan;
    const { values } = member;
    for (let offset = 0; offset < cells.length; offset++) {
      const cell = cells[offset];
      const ids = sources[offset];
      if (cell === undefined || ids === undefined) continue;
      if (ids.length === 0) this.lack(first + offset, 'otherForm', member);
      let counted = ids.length > 0;
      for (const id of ids) {
        const quantity = found(cell, values[id]);
        if (typeof quantity === 'string') {
          this.lack(first + offset, quantity, member);
          counted = false;
        } else this.#sums.add(first + offset, quantity.value);
      }
      if (counted) this.#counted[first + offset] = (this.#counted[first + offset] ?? 0) + 1;
    }
  }

  lack(index: number, reason: LackReason, member: Member): void {
    const lacks = this.#lacks[index] ?? new Map<LackReason, Member[]>();
    this.#lacks[index] = lacks;
    const members = lacks.get(reason);
    if (members === undefined) lacks.set(reason, [member]);
    else if (members.at(-1) !== member) members.push(member);
  }

  /** `shared`: what is lacking in every cell. */
  result(shared: readonly Lack[]): AggregatedCell[] {
    return this.cells.map(({ id, column }, index): AggregatedCell => {
      const own = Array.from(this.#lacks[index] ?? [], ([reason, members]) => ({
        reason,
        units: members.map(({ unit }) => unit),
      }));
      const lacks = own.length === 0 ? shared : [...shared, ...own];
      const counted = this.#counted[index] ?? 0;
      return {
        cell: id,
        value: counted === 0 ? null : this.#sums.total(index),
        ...(column.type === 'amountWithUnit' && { unit: '万元' }),
        state: counted > 0 && lacks.length === 0 ? 'complete' : 'incomplete',
        lacks,
      };
    });
  }
}

interface TableTarget {
  readonly table: TableId;
  readonly version: FormVersion;
  readonly plans: Readonly<Record<FormVersion, TablePlan>>;
}

function targetsOf(forms: AnnualReport['tableForms']): readonly TableTarget[] {
  let first = 0;
  return TABLE_IDS.flatMap((table) => {
    const version = forms[table];
    if (version === undefined) return [];
    const start = first;
    first += formTable(table, version).cells.length;
    const plan = (member: FormVersion) => tablePlan(table, version, member, start);
    return [{ table, version, plans: { '2019': plan('2019'), '2021': plan('2021') } }];
  });
}

/**
 * Starts an aggregated report (annual-report.md §8) whose tables follow `forms`. Members are added one by one,
 * so that any number can stream through. A unit of a vertical system, and a unit that was already counted, are
 * refused and named; a unit without a report is missing until its report is added.
 */
export function createAggregation(forms: AnnualReport['tableForms']): Aggregation {
  const targets = targetsOf(forms);
  const sums = new CellSums(targets.flatMap(({ table, version }) => formTable(table, version).cells));
  const counted = new Set<string>();
  const missing = new Map<string, string>();
  const otherForms: OtherForm[] = [];
  const refused: RefusedMember[] = [];

  const addReport = (unit: string, report: AnnualReport): void => {
    const member = { unit, values: report.cells };
    for (const { table, version, plans } of targets) {
      const own = report.tableForms[table];
      const plan = plans[own ?? version];
      sums.addTable(plan, member);
      if (own !== undefined && own !== version) {
        otherForms.push({ unit, table, version: own, notAddable: plan.notAddable });
      }
    }
  };

  const add = (member: MemberReport): void => {
    const { unit, report, verticalSystem } = member;
    const key = memberKey(member);
    if (verticalSystem) refused.push({ unit, reason: 'verticalSystem' });
    else if (counted.has(key)) refused.push({ unit, reason: 'duplicate' });
    else if (report === null) {
      if (!missing.has(key)) missing.set(key, unit);
    } else {
      counted.add(key);
      missing.delete(key);
      addReport(unit, report);
    }
  };

  const result = (): AggregationResult => {
    const units = [...missing.values()];
    return {
      cells: sums.result(units.length === 0 ? [] : [{ reason: 'notReported', units }]),
      counted: counted.size,
      missing: units,
      otherForms: otherForms.slice(),
      refused: refused.slice(),
    };
  };
  return { add, result };
}

/** Aggregates members that are all at hand; see `createAggregation`. */
export function aggregateReports(
  members: Iterable<MemberReport>,
  forms: AnnualReport['tableForms'],
): AggregationResult {
  const aggregation = createAggregation(forms);
  for (const member of members) aggregation.add(member);
  return aggregation.result();
}
