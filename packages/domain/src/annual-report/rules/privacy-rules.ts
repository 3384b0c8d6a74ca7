import { tablesOf } from '../forms/registry.ts';
import type { AnnualReport } from '../report.ts';
import { findPersonalData, PERSONAL_DATA_NAMES, type PersonalData } from '../text/personal-data.ts';
import { defineRule, type Evaluation, failuresOrPass, type Verdicts } from './define.ts';
import type { CheckResult, CheckRule } from './rule.ts';
import { CheckResultKeys, shortPassage } from './text-comparison.ts';
import { passagesOf } from './text-search.ts';

type Passage = NonNullable<CheckResult['passage']>;

/** Shorter cell texts hold no number worth masking; almost every cell is shorter. */
const SHORTEST_NUMBER = 11;

/** The passage of the finding must not repeat what the rule wants hidden. */
function maskedText(text: string, found: readonly PersonalData[]): string {
  let shown = '';
  let from = 0;
  for (const { start, end, masked } of found) {
    if (start < from) continue;
    shown += text.slice(from, start) + masked;
    from = end;
  }
  return shown + text.slice(from);
}

function inPassage(
  { section, text }: Passage,
  verdicts: Verdicts,
  keys: CheckResultKeys,
): readonly CheckResult[] {
  const found = findPersonalData(text);
  if (found.length === 0) return [];
  const safe = { section, text: maskedText(text, found) };
  return found.map(({ kind, masked }) => {
    const shown = `${PERSONAL_DATA_NAMES[kind]} ${masked}`;
    const key = keys.next(`${section}:${shown}`);
    return verdicts.fail({ masked: shown }, { left: masked, passage: shortPassage(safe, shown), key });
  });
}

function cellResults(report: AnnualReport, verdicts: Verdicts): readonly CheckResult[] {
  const found: CheckResult[] = [];
  for (const { cells } of tablesOf(report)) {
    for (const { id, name } of cells) {
      const cell = report.cells[id];
      const text = cell === undefined ? '' : `${cell.raw} ${cell.footnote ?? ''}`;
      if (text.length <= SHORTEST_NUMBER) continue;
      for (const { kind, masked } of findPersonalData(text)) {
        const shown = `${name} ${PERSONAL_DATA_NAMES[kind]} ${masked}`;
        found.push(verdicts.fail({ masked: shown }, { cells: [id], left: masked, key: masked }));
      }
    }
  }
  return found;
}

/** File properties go out with the file (annual-report.md §9.13), though nobody sees them on the page. */
function propertyResults(report: AnnualReport, verdicts: Verdicts): readonly CheckResult[] {
  return Object.entries(report.structure?.properties ?? {}).flatMap(([name, text]) =>
    findPersonalData(text).map(({ kind, masked }) =>
      verdicts.fail(
        { masked: `文件属性 ${PERSONAL_DATA_NAMES[kind]} ${masked}` },
        { left: masked, key: `property:${name}:${masked}` },
      ),
    ),
  );
}

const evaluatePersonalData: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  const inText = passagesOf(report).flatMap((passage) => inPassage(passage, verdicts, keys));
  return failuresOrPass(
    [...inText, ...cellResults(report, verdicts), ...propertyResults(report, verdicts)],
    verdicts,
  );
};

/** A mark of secrecy as 保密条例 has it printed: 机密★10年, or the level alone on its line. */
const SECRECY_MARK = /(?:绝密|机密|秘密)[^\S\n]{0,8}[★☆]|^[^\S\n]{0,40}(?:绝密|机密|秘密)[^\S\n]{0,40}$/m;

const evaluateSecrecyReview: Evaluation = ({ report, work }, verdicts) => {
  const marked = passagesOf(report)
    .filter(({ text }) => SECRECY_MARK.test(text))
    .map((passage, index) =>
      verdicts.fail({ mark: '报告带有密级标志，' }, { passage, key: `${passage.section}/${index}` }),
    );
  if (work?.isSecrecyReviewed === false) return [...marked, verdicts.fail({ mark: '' }, { key: 'review' })];
  if (marked.length > 0) return marked;
  const isKnown = work !== undefined && work.isSecrecyReviewed !== null;
  return [verdicts.pass(isKnown ? {} : { note: '未见密级标志；保密审查记录不在报告中，须另行核对' })];
};

/** Personal data and secrecy (annual-report.md §9.13). */
export const PRIVACY_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-PRV-01',
      class: 'PRV',
      severity: 'block',
      waiver: 'reviewer',
      message: '发现个人信息：{masked}。',
      basis: '个人信息保护法第二十五条、第二十八条',
    },
    evaluatePersonalData,
  ),
  defineRule(
    {
      id: 'AR-PRV-02',
      class: 'PRV',
      severity: 'block',
      message: '{mark}未完成保密审查。',
      basis: '保守国家秘密法实施条例第四十二条；政府信息公开条例第十七条',
    },
    evaluateSecrecyReview,
  ),
];
