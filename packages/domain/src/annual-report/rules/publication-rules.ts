import { differenceExact } from '../../kernel/decimal.ts';
import { EVERY_CELL } from '../forms/registry.ts';
import type { CellId } from '../ids.ts';
import type { CellValue, CellValues } from '../report.ts';
import { defineRule, type Evaluation, failuresOrPass, type RuleSpec } from './define.ts';
import type { PublishedCopy, Restatement } from './register-facts.ts';
import type { CheckRule } from './rule.ts';

const COMMON = { class: 'PUB', needs: ['report', 'work'] } as const satisfies Partial<RuleSpec>;

const namesOf = (copies: readonly PublishedCopy[]): string => copies.map(({ name }) => name).join('、');

const outputsAsChecked: Evaluation = ({ work }, verdicts) => {
  const { checkedHash = null, outputs = [] } = work ?? {};
  // Nothing is made for publication yet.
  if (checkedHash === null || outputs.length === 0) return [];
  const wrong = outputs.filter(({ hash }) => hash !== checkedHash);
  return failuresOrPass(
    wrong.map(({ name, hash }) =>
      verdicts.fail(
        {},
        {
          left: hash,
          right: checkedHash,
          note: hash === null ? `${name}的表格不是文字` : `${name}的数据不是经过校验的数据`,
          key: name,
        },
      ),
    ),
    verdicts,
  );
};

const copiesAlike: Evaluation = ({ work }, verdicts) => {
  const { checkedHash = null, copies = [] } = work ?? {};
  const [first] = copies;
  if (first === undefined) return [];
  const wanted = checkedHash ?? first.hash;
  const wrong = copies.filter(({ hash }) => hash !== wanted);
  return wrong.length === 0
    ? [verdicts.pass()]
    : [verdicts.fail({}, { left: namesOf(wrong), note: `不一致的：${namesOf(wrong)}` })];
};

const listedCentrally: Evaluation = ({ work }, verdicts) => {
  if (work === undefined || work.publishedOn === null) return [];
  if (work.isListedCentrally === null) return [verdicts.notEvaluated('集中公布专栏不在本平台')];
  return [work.isListedCentrally ? verdicts.pass() : verdicts.fail({})];
};

const figure = (cell: CellValue | undefined): number | null => cell?.value ?? null;

/** Another figure, or another writing where there is no figure: a blank filled in is a change too. */
function isChanged(before: CellValue | undefined, after: CellValue | undefined): boolean {
  const [a, b] = [figure(before), figure(after)];
  if (a !== null && b !== null) {
    return differenceExact(a, b) !== 0 || (before?.unit ?? '') !== (after?.unit ?? '');
  }
  return a !== b || (before?.raw ?? '') !== (after?.raw ?? '');
}

function isRestated(
  cell: CellId,
  before: number | null,
  after: number | null,
  { on, reason, changes }: Restatement,
): boolean {
  if (on === null || reason.trim() === '') return false;
  return changes.some((one) => one.cell === cell && one.before === before && one.after === after);
}

/** Every cell that is no longer what was published, in the order of the forms. */
export const restatedCells = (published: CellValues, cells: CellValues): Restatement['changes'] =>
  EVERY_CELL.filter((id) => isChanged(published[id], cells[id])).map((cell) => ({
    cell,
    before: figure(published[cell]),
    after: figure(cells[cell]),
  }));

/** Cells that are no longer what was published, without a restatement that says so. */
function alteredCells(
  published: CellValues,
  cells: CellValues,
  restatement: Restatement | null,
): readonly CellId[] {
  return restatedCells(published, cells).flatMap(({ cell, before, after }) =>
    restatement !== null && isRestated(cell, before, after, restatement) ? [] : [cell],
  );
}

const onlyRestated: Evaluation = ({ report, work }, verdicts) => {
  if (work === undefined || work.publishedCells === null) return [];
  const altered = alteredCells(work.publishedCells, report.cells, work.restatement);
  return altered.length === 0
    ? [verdicts.pass()]
    : [verdicts.fail({}, { cells: altered, left: altered.length, right: 0 })];
};

/** Publication and what comes after it (annual-report.md §9.13). */
export const PUBLICATION_RULES: readonly CheckRule[] = [
  defineRule(
    {
      ...COMMON,
      id: 'AR-PUB-01',
      severity: 'block',
      message: '发布文件与校验数据不一致。',
      basis: '国办公开办函〔2021〕30号；信息无障碍通行要求',
    },
    outputsAsChecked,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-PUB-02',
      severity: 'warn',
      waiver: 'reviewer',
      message: '同一报告多处版本不一致。',
      basis: '各地通报的案例',
    },
    copiesAlike,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-PUB-03',
      severity: 'warn',
      message: '未在集中公布专栏发布。',
      basis: '国办公开办函〔2021〕30号二（一）',
    },
    listedCentrally,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-PUB-04',
      severity: 'block',
      message: '已公布数据只能更正重报。',
      basis: '数据管理通行要求（待确认）',
    },
    onlyRestated,
  ),
];
