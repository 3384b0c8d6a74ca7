import { differenceExact } from '../../kernel/decimal.ts';
import {
  type AggregatedCell,
  aggregateReports,
  type Lack,
  type LackReason,
  memberKey,
} from '../aggregate.ts';
import { quantityOf } from '../amounts.ts';
import { cellName, EVERY_CELL, formCell } from '../forms/registry.ts';
import { type CellId, TABLE_IDS, type TableId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { defineRule, failuresOrPass, type Verdicts } from './define.ts';
import type { ListedMember } from './register-facts.ts';
import type { CheckContext, CheckResult, CheckRule, MemberReport } from './rule.ts';

const COMMON = { class: 'AGG', severity: 'block', needs: ['report', 'members'] } as const;

const REASONS: Readonly<Record<LackReason, string>> = {
  notReported: '未报送',
  blank: '该格为空',
  text: '该格为文字',
  absent: '没有该格',
  otherForm: '所用格式版本没有该格',
  unitUnknown: '未注明单位',
};

const NAMED = 5;

function named(units: readonly string[]): string {
  const rest = units.length > NAMED ? `等${units.length}个` : '';
  return `${units.slice(0, NAMED).join('、')}${rest}`;
}

function lacksInWords(lacks: readonly Lack[]): string {
  return lacks.map(({ reason, units }) => `${named(units)}${REASONS[reason]}`).join('；');
}

/** Cells that cannot be judged for one and the same reason, as one result a table. */
function incompleteResults(
  incomplete: readonly AggregatedCell[],
  verdicts: Verdicts,
): readonly CheckResult[] {
  const groups = new Map<string, { table: TableId; note: string; cells: CellId[] }>();
  for (const { cell, lacks } of incomplete) {
    const table = TABLE_IDS.find((table) => cell.startsWith(table));
    if (table === undefined) continue;
    const note = `汇总不完整：${lacksInWords(lacks)}`;
    const group = groups.get(`${table}|${note}`);
    if (group === undefined) groups.set(`${table}|${note}`, { table, note, cells: [cell] });
    else group.cells.push(cell);
  }
  return [...groups.values()].map(({ table, note, cells }) =>
    verdicts.notEvaluated(note, { cells, key: `${table}|${note}` }),
  );
}

function formCellOf(report: AnnualReport, { cell }: AggregatedCell) {
  const version = TABLE_IDS.flatMap((table) =>
    cell.startsWith(table) ? (report.tableForms[table] ?? []) : [],
  )[0];
  return version === undefined ? undefined : formCell(version, cell);
}

/** One complete cell against the members' sum; `undefined` when both are equal. */
function compareCell(
  report: AnnualReport,
  aggregated: AggregatedCell,
  verdicts: Verdicts,
): CheckResult | undefined {
  const { cell, value: sum } = aggregated;
  const form = formCellOf(report, aggregated);
  const printed = report.cells[cell];
  if (form === undefined || sum === null) return undefined;
  const own = printed === undefined ? undefined : quantityOf(form, printed);
  if (own === undefined) {
    return verdicts.notEvaluated(`${cellName(cell)}无可比的数字，成员合计${sum}${aggregated.unit ?? ''}`, {
      cells: [cell],
      right: sum,
      missing: [cell],
    });
  }
  const difference = differenceExact(own.value, sum);
  if (difference === 0) return undefined;
  const unit = own.wan ? '万元' : '';
  return verdicts.fail(
    {
      cell: cellName(cell),
      a: `${own.value}${unit}`,
      b: `${sum}${unit}`,
      diff: `${Math.abs(difference)}${unit}`,
    },
    { cells: [cell], left: own.value, right: sum, difference },
  );
}

const SUM_RULE = defineRule(
  {
    ...COMMON,
    id: 'AR-AGG-01',
    blank: 'U',
    waiver: 'reviewer',
    cells: EVERY_CELL,
    message: '{cell}：本级汇总{a}，成员合计{b}，相差{diff}。',
    basis: '国办公开办函〔2021〕30号二（二）',
  },
  ({ report, members = [] }, verdicts) => {
    const { cells } = aggregateReports(members, report.tableForms);
    const complete = cells.filter(({ state }) => state === 'complete');
    const results = [
      ...complete.flatMap((cell) => compareCell(report, cell, verdicts) ?? []),
      ...incompleteResults(
        cells.filter(({ state }) => state === 'incomplete'),
        verdicts,
      ),
    ];
    return failuresOrPass(results, verdicts);
  },
);

/**
 * Units whose report is not there. On the platform a report counts once it was accepted; of files it is enough that
 * there is one.
 */
function notAccepted({ members = [], work }: CheckContext) {
  const listed = work?.members;
  if (listed === undefined) {
    return { missing: aggregateReports(members, {}).missing, isListEmpty: members.length === 0 };
  }
  const named = (state: ListedMember['state']) =>
    listed.filter((member) => member.state === state).map(({ unit }) => unit);
  const submitted = named('submitted').map((unit) => `${unit}（已报送，尚未审核通过）`);
  return { missing: [...named('notSubmitted'), ...submitted], isListEmpty: listed.length === 0 };
}

const MISSING_RULE = defineRule(
  {
    ...COMMON,
    needs: ['report', 'memberList'],
    id: 'AR-AGG-02',
    waiver: 'reviewer',
    message: '未报送单位：{list}。',
    basis: '国办公开办函〔2021〕30号二（二）',
  },
  (context, verdicts) => {
    const { missing, isListEmpty } = notAccepted(context);
    if (isListEmpty) return [verdicts.notEvaluated('成员单位名单为空')];
    const list = missing.join('、');
    return missing.length === 0 ? [verdicts.pass()] : [verdicts.fail({ list }, { left: list })];
  },
);

const VERTICAL_RULE = defineRule(
  {
    ...COMMON,
    id: 'AR-AGG-03',
    message: '{unit}为垂直领导单位，不应纳入汇总。',
    basis: '国办公开办函〔2021〕30号二（一）',
  },
  ({ members = [] }, verdicts) =>
    failuresOrPass(
      members.flatMap((member) =>
        member.verticalSystem ? [verdicts.fail({ unit: member.unit }, { key: memberKey(member) })] : [],
      ),
      verdicts,
    ),
);

/** Units with more than one report among the members, by the first writing of their name. */
function repeatedUnits(members: readonly MemberReport[]): readonly MemberReport[] {
  // A unit may stand in the year's list and again with its report: that counts it once.
  const reports = members.filter(({ report }) => report !== null);
  const repeated = [...Map.groupBy(reports, memberKey).values()].filter((same) => same.length > 1);
  return repeated.flatMap(([first]) => first ?? []);
}

const DUPLICATE_RULE = defineRule(
  {
    ...COMMON,
    id: 'AR-AGG-04',
    message: '{unit}重复汇总。',
    basis: '国办公开办函〔2021〕30号二（二）',
  },
  ({ members = [] }, verdicts) =>
    failuresOrPass(
      repeatedUnits(members).map((member) =>
        verdicts.fail({ unit: member.unit }, { key: memberKey(member) }),
      ),
      verdicts,
    ),
);

/** An aggregated report against the reports it is the sum of (annual-report.md §9.8). */
export const AGGREGATION_RULES: readonly CheckRule[] = [
  SUM_RULE,
  MISSING_RULE,
  VERTICAL_RULE,
  DUPLICATE_RULE,
];
