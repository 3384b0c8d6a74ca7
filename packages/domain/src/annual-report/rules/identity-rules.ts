import { chineseDate } from '../../kernel/chinese-date.ts';
import { firstDayOf, yearOf } from '../../kernel/civil-date.ts';
import { formForYear } from '../forms/registry.ts';
import { TABLE_NAMES, TABLE_SECTIONS } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { defineRule, type Evaluation, failuresOrPass } from './define.ts';
import { compareOrgans, organNames, parseTitle, statedPeriods } from './identity.ts';
import type { CheckResult, CheckRule, Severity } from './rule.ts';
import { emptyPlace } from './text-search.ts';

const YEAR_UNKNOWN = '报告年度不明';

/** Table four is the same on both forms, so only tables two and three can betray the wrong one. */
const formOfYear: Evaluation = ({ report }, verdicts) => {
  const year = report.reportYear;
  if (year === null) return [verdicts.notEvaluated(YEAR_UNKNOWN)];
  const form = formForYear(year);
  if (!form) return [verdicts.notEvaluated(`${year}年度没有全国统一格式`)];
  // 60号 only encouraged its form for the first year.
  const severity: Severity = year === 2019 ? 'warn' : 'block';
  const failures = (['t2', 't3'] as const).flatMap((table) => {
    const actual = report.tableForms[table];
    if (actual === undefined || actual === form.version) return [];
    return verdicts.fail(
      { year, form: form.version, actual, table: TABLE_NAMES[table] },
      {
        left: actual,
        right: form.version,
        severity,
        passage: emptyPlace(TABLE_SECTIONS[table]),
        key: table,
      },
    );
  });
  return failuresOrPass(failures, verdicts);
};

const title: Evaluation = ({ report }, verdicts) => {
  if (report.title === null) {
    return [verdicts.fail({ title: '（无标题）' }, { passage: emptyPlace('title') })];
  }
  const passage = { section: 'title', text: report.title } as const;
  const fail = (reason: string, severity: Severity = 'block'): readonly CheckResult[] => [
    verdicts.fail({ title: `${report.title}（${reason}）` }, { passage, severity, note: reason }),
  ];
  const parts = parseTitle(report.title);
  if (!parts) return fail('应为“单位名称＋年度＋政府信息公开工作年度报告”');
  if (parts.organ === null) return fail('缺少单位名称');
  if (report.reportYear !== null && parts.year !== report.reportYear) {
    return fail(`报告年度为${report.reportYear}年`);
  }
  if (report.organ !== null && compareOrgans(parts.organ, report.organ) === 'different') {
    return fail(`单位为${report.organ}`);
  }
  // The words are all there, only not as the form has them: nobody is misled.
  if (parts.yearFirst) return fail('年度应写在单位名称之后', 'warn');
  return parts.hasWork ? [verdicts.pass({ passage })] : fail('缺少“工作”二字', 'warn');
};

type Passage = NonNullable<CheckResult['passage']>;

interface NamedYear {
  /** What is said there, for the message. */
  readonly said: string;
  /** It may be right: a report that is made years too late is dated so. */
  readonly isLateSignature?: true;
  readonly passage: Passage;
}

/** Places that name another year than the report's, in reading order. */
function otherYears(report: AnnualReport, year: number): readonly NamedYear[] {
  const { title, signature } = report;
  const found: NamedYear[] = [];
  const titleYear = title === null ? undefined : parseTitle(title)?.year;
  if (title !== null && titleYear !== undefined && titleYear !== year) {
    found.push({ said: `标题${titleYear}年`, passage: { section: 'title', text: title } });
  }
  for (const { section, text, fromYear, toYear } of statedPeriods(report)) {
    if (fromYear === year && toYear === year) continue;
    found.push({ said: `统计期限“${text}”`, passage: { section, text } });
  }
  const signed = signature?.date ? yearOf(signature.date) : undefined;
  // A report is signed in the year after; one signed within its own year is AR-FRM-07.
  if (signature && signed !== undefined && signed !== year && signed !== year + 1) {
    const passage = { section: 'signature', text: signature.raw } as const;
    found.push({ said: `落款${signed}年`, passage, ...(signed > year && { isLateSignature: true }) });
  }
  return found;
}

const LATE_SIGNATURE = '确系逾期补报的，由负责人写明情况后可以报送；写错日期的请改正';

const oneYear: Evaluation = ({ report }, verdicts) => {
  const year = report.reportYear;
  if (year === null) return [verdicts.notEvaluated(YEAR_UNKNOWN)];
  const others = otherYears(report, year);
  const [first] = others;
  if (!first) return [verdicts.pass()];
  const places = [`报告年度${year}年`, ...others.map(({ said }) => said)].join('，');
  const details = { right: year, passage: first.passage };
  // The duty to report does not end with its deadline (条例49, 47): who answers for it may confirm the day.
  return others.every(({ isLateSignature }) => isLateSignature === true)
    ? [verdicts.fail({ places }, { ...details, waiverBy: 'reviewer', note: LATE_SIGNATURE })]
    : [verdicts.fail({ places }, details)];
};

const oneOrgan: Evaluation = ({ report }, verdicts) => {
  const [first, ...others] = organNames(report);
  if (!first) return [verdicts.notEvaluated('未找到单位名称')];
  const differing = others.flatMap((other) => {
    const relation = compareOrgans(first.name, other.name);
    // Who compiled the report may well be the office, or be named in short.
    const fits = relation === 'same' || (relation === 'short' && other.place === '前言');
    return fits ? [] : [{ ...other, relation }];
  });
  const worst = differing.find(({ relation }) => relation === 'different') ?? differing[0];
  if (!worst) return [verdicts.pass()];
  const values = { a: `${first.place}“${first.name}”`, b: `${worst.place}“${worst.name}”` };
  const passage = { section: worst.section, text: worst.name };
  const details = { left: first.name, right: worst.name, passage };
  return [
    worst.relation === 'short'
      ? verdicts.fail(values, { ...details, severity: 'warn', note: '一处为简称或省略了上级行政区划' })
      : verdicts.fail(values, details),
  ];
};

const periodAndSignature: Evaluation = ({ report }, verdicts) => {
  const { signature, reportYear: year } = report;
  const failures: CheckResult[] = statedPeriods(report)
    .filter((period) => !period.wholeYear)
    .map((period) =>
      verdicts.fail(
        { value: `统计期限“${period.text}”，应为1月1日至12月31日` },
        { passage: { section: period.section, text: period.text }, key: period.text },
      ),
    );
  if (!signature?.date) {
    const passage: Passage = { section: 'signature', text: signature?.raw ?? '' };
    failures.push(verdicts.fail({ value: '缺少落款日期' }, { passage, key: 'signature' }));
  } else if (year !== null && yearOf(signature.date) <= year) {
    failures.push(
      verdicts.fail(
        {
          value: `落款${chineseDate(signature.date)}，统计截止${year}年12月31日，应不早于${year + 1}年1月1日`,
        },
        {
          left: signature.date,
          right: firstDayOf(year + 1),
          passage: { section: 'signature', text: signature.raw },
          key: 'signature',
        },
      ),
    );
  }
  return failuresOrPass(failures, verdicts);
};

/** Form, organ, year and date of a report (annual-report.md §9.1). */
export const IDENTITY_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-FRM-01',
      class: 'FRM',
      severity: 'block',
      message: '{year}年度应使用{form}版格式，检测到{actual}版（{table}）。',
      basis: '国办公开办函〔2019〕60号、〔2021〕30号',
    },
    formOfYear,
  ),
  defineRule(
    {
      id: 'AR-FRM-02',
      class: 'FRM',
      severity: 'block',
      blank: 'E',
      waiver: 'reviewer',
      message: '标题与单位或年度不一致：{title}。',
      basis: '国办公开办函〔2021〕30号',
    },
    title,
  ),
  defineRule(
    {
      id: 'AR-FRM-03',
      class: 'FRM',
      severity: 'block',
      message: '年度前后不一致：{places}。',
      basis: '条例49',
    },
    oneYear,
  ),
  defineRule(
    {
      id: 'AR-FRM-04',
      class: 'FRM',
      severity: 'block',
      waiver: 'reviewer',
      message: '单位名称不一致：{a} / {b}。',
      basis: '国办公开办函〔2021〕30号',
    },
    oneOrgan,
  ),
  defineRule(
    {
      id: 'AR-FRM-07',
      class: 'FRM',
      severity: 'block',
      blank: 'E',
      message: '统计期限或落款日期不正确：{value}。',
      basis: '国办公开办函〔2021〕30号一（二）（核定时间点12月31日）',
    },
    periodAndSignature,
  ),
];
