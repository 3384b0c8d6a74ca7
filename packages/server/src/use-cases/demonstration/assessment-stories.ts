import { DEFAULT_SET } from '@zhaoshi/domain/assessment/default-set';
import type { Judgement } from '../assessment/judge-unit.ts';

/** What an assessor said of an indicator or a veto of a unit. */
interface Judged extends Judgement {
  /** `<region>/<organ>` */
  readonly unit: string;
  readonly code: string;
}

/** Points are hundredths, as everywhere in assessments. */
const points = (unit: string, code: string, taken: number, note: string): Judged => ({
  unit,
  code,
  points: taken,
  isMet: null,
  note,
});

/** Looked at, and not met. */
const notMet = (unit: string, code: string): Judged => ({
  unit,
  code,
  points: null,
  isMet: false,
  note: '抽查没有发现。',
});

const UNITS = ['zhaoshi/education', 'zhaoshi/finance', 'zhaoshi/health', 'zhaoshi/resources'] as const;
const [EDUCATION, FINANCE, HEALTH, RESOURCES] = UNITS;

/** Every veto of every unit was looked at: without that nobody has passed. */
const allVetoes = UNITS.flatMap((unit) => DEFAULT_SET.vetoes.map(({ code }) => notMet(unit, code)));

/** Of the year before, in full. */
export const JUDGED_LAST_YEAR: readonly Judged[] = [
  points(EDUCATION, 'B04', 100, '抽查五份答复书，一份没有写明救济期限。'),
  points(EDUCATION, 'C02', 0, '抽查三份解读，有背景、目的和措施。'),
  points(FINANCE, 'C02', 50, '一份解读摘抄原文。'),
  points(FINANCE, 'D05', 0, '文件都有 Word、PDF 下载。'),
  points(HEALTH, 'B04', 0, '抽查三份答复书，要素齐全。'),
  points(HEALTH, 'D03', 50, '一份上级重要文件转载晚了一个月。'),
  points(RESOURCES, 'B04', 100, '一份答复书引用的条款不准确。'),
  points(RESOURCES, 'A08', 50, '一项规划草案没有公开。'),
  ...allVetoes,
];

/** Of the running year so far: some is looked at, some is not. */
export const JUDGED_THIS_YEAR: readonly Judged[] = [
  points(EDUCATION, 'B04', 0, '抽查四份答复书，要素齐全。'),
  points(EDUCATION, 'C02', 0, '招生方案解读有图表，通俗易懂。'),
  notMet(EDUCATION, 'V1'),
  notMet(EDUCATION, 'V11'),
  points(FINANCE, 'C02', 50, '预算解读只有数字，没有说明变化的原因。'),
  notMet(FINANCE, 'V1'),
  points(RESOURCES, 'B04', 100, '抽查四份答复书，一份没有写明受理复议的机关。'),
];

/** What a unit says of itself. */
export const SELF_ASSESSED = {
  unit: EDUCATION,
  points: 9200,
  text: '招生信息集中公开，解读同步；公开指南已更新，附件核对正在进行。',
} as const;

/** What a unit objects to, and nobody has ruled on yet. */
export const OBJECTED = {
  unit: RESOURCES,
  about: {
    code: 'B04',
    item: null,
    reason: '抽查的那份答复书是信息公开以外的信访答复，不需要写明受理复议的机关，请核减。',
  },
} as const;
