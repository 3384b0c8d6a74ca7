import { formTable } from '../forms/registry.ts';
import { type RowId, SECTION_IDS, TABLE_IDS, TABLE_NAMES, TABLE_SECTIONS } from '../ids.ts';
import type { TableAsFound } from '../report.ts';
import { defineRule, type Evaluation, failuresOrPass } from './define.ts';
import { headingsOf, irregularHeadings, partFaults } from './headings.ts';
import { leftoversIn, outlineParts } from './leftovers.ts';
import type { CheckRule } from './rule.ts';
import { emptyPlace } from './text-search.ts';

const sixParts: Evaluation = ({ report }, verdicts) =>
  failuresOrPass(
    partFaults(headingsOf(report).map(({ section }) => section)).map(({ section, text }) =>
      verdicts.fail({ part: text }, { passage: emptyPlace(section), key: text }),
    ),
    verdicts,
  );

const headings: Evaluation = ({ report }, verdicts) =>
  failuresOrPass(
    irregularHeadings(headingsOf(report)).map(({ section, text }, index) =>
      verdicts.fail({ heading: text }, { passage: { section, text }, key: `${index}` }),
    ),
    verdicts,
  );

function rowName(table: TableAsFound['table'], row: RowId): string {
  const known = (['2021', '2019'] as const).flatMap((version) => formTable(table, version).rows);
  return known.find(({ id }) => id === row)?.name ?? row;
}

const rowSet: Evaluation = ({ report }, verdicts) => {
  const failures = TABLE_IDS.flatMap((table) => {
    const place = { passage: emptyPlace(TABLE_SECTIONS[table]), key: table };
    if (report.tableForms[table] === undefined) {
      return verdicts.fail({ table: TABLE_NAMES[table], rows: '未找到该表' }, place);
    }
    const found = report.structure?.tables.find((candidate) => candidate.table === table);
    const rows = [
      ...(found?.missingRows ?? []).map((row) => `缺“${rowName(table, row)}”`),
      ...(found?.duplicateRows ?? []).map((row) => `重复“${rowName(table, row)}”`),
    ];
    if (rows.length === 0) return [];
    return verdicts.fail({ table: TABLE_NAMES[table], rows: rows.join('、') }, place);
  });
  return failuresOrPass(failures, verdicts);
};

const labels: Evaluation = ({ report }, verdicts) =>
  failuresOrPass(
    (report.structure?.tables ?? []).flatMap((found) =>
      [...found.deviatingLabels, ...found.extraRows.map((row) => `${row}（统一格式无此行）`)].map((label) =>
        verdicts.fail(
          { label: `${TABLE_NAMES[found.table]}“${label}”` },
          {
            passage: { section: TABLE_SECTIONS[found.table], text: label },
            key: `${found.table}|${label}`,
          },
        ),
      ),
    ),
    verdicts,
  );

const leftovers: Evaluation = ({ report }, verdicts) =>
  failuresOrPass(
    leftoversIn(report).map(({ text, passage }, index) =>
      verdicts.fail({ text }, { passage, key: `${index}|${text}` }),
    ),
    verdicts,
  );

const outline: Evaluation = ({ report }, verdicts) => {
  const found = outlineParts(report.preamble);
  if (!found) return [];
  const passage = { section: 'preamble', text: found.text } as const;
  return found.count === SECTION_IDS.length
    ? [verdicts.pass({ passage })]
    : [verdicts.fail({ n: found.count }, { left: found.count, right: SECTION_IDS.length, passage })];
};

const TEMPLATE = '国办公开办函〔2021〕30号统一格式';

/** Parts, headings, tables and leftovers of the template (annual-report.md §9.1). */
export const FORM_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-FRM-05',
      class: 'FRM',
      severity: 'block',
      blank: 'E',
      message: '缺少或重复部分：{part}。',
      basis: '条例50；国办公开办函〔2021〕30号',
    },
    sixParts,
  ),
  defineRule(
    {
      id: 'AR-FRM-06',
      class: 'FRM',
      severity: 'warn',
      waiver: 'author',
      message: '标题或序号不规范：{heading}。',
      basis: TEMPLATE,
    },
    headings,
  ),
  defineRule(
    {
      id: 'AR-FRM-08',
      class: 'FRM',
      severity: 'block',
      blank: 'E',
      message: '{table}缺行或多行：{rows}。',
      basis: TEMPLATE,
    },
    rowSet,
  ),
  defineRule(
    {
      id: 'AR-FRM-09',
      class: 'FRM',
      severity: 'warn',
      waiver: 'author',
      needs: ['report', 'structure'],
      message: '表头或行名与统一格式不符：{label}。',
      basis: TEMPLATE,
    },
    labels,
  ),
  defineRule(
    {
      id: 'AR-FRM-10',
      class: 'FRM',
      severity: 'block',
      message: '残留模板文字：{text}。',
      basis: '国办公开办函〔2021〕30号',
    },
    leftovers,
  ),
  defineRule(
    {
      id: 'AR-FRM-11',
      class: 'FRM',
      severity: 'hint',
      waiver: 'author',
      message: '前言列出{n}个部分，与正文不一致。',
      basis: TEMPLATE,
    },
    outline,
  ),
];
