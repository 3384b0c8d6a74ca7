import type { CivilDate } from '../../kernel/civil-date.ts';

/**
 * The eight kinds of information on the approval and carrying out of major construction projects (国办发〔2017〕94号), under
 * a20.10, each with who publishes it.
 */
export const MAJOR_PROJECT_KINDS = {
  'a20.10.1': { title: '批准服务信息', publisher: '项目审批部门' },
  'a20.10.2': { title: '批准结果信息', publisher: '项目审批部门' },
  'a20.10.3': { title: '招标投标信息', publisher: '招标人或者招标投标行政监督部门' },
  'a20.10.4': { title: '征收土地信息', publisher: '县级以上地方人民政府' },
  'a20.10.5': { title: '重大设计变更信息', publisher: '批准设计变更的单位' },
  'a20.10.6': { title: '施工有关信息', publisher: '制作或者保存该信息的单位' },
  'a20.10.7': { title: '质量安全监督信息', publisher: '制作或者保存该信息的单位' },
  'a20.10.8': { title: '竣工有关信息', publisher: '制作或者保存该信息的单位' },
} as const;

/** Of the whole table: the eight kinds and who publishes them. */
export const MAJOR_PROJECT_SOURCE = {
  source: '国办发〔2017〕94号',
  mark: 'confirmed',
  validFrom: '2017-12-04' as CivilDate,
  validTo: null,
} as const;

export type MajorProjectCode = keyof typeof MAJOR_PROJECT_KINDS;

export const MAJOR_PROJECT_CODES = Object.keys(MAJOR_PROJECT_KINDS) as readonly MajorProjectCode[];

export interface MajorProjectCoverage {
  /** Kinds of which something was published. */
  readonly published: readonly MajorProjectCode[];
  readonly missing: readonly MajorProjectCode[];
  /** 已公开5类，缺：…. */
  readonly words: string;
}

/** Which of the eight kinds a project has published (indicator A22). A kind that cannot arise yet is a gap all the same; the person says why. */
export function majorProjectCoverage(codes: readonly string[]): MajorProjectCoverage {
  const published = MAJOR_PROJECT_CODES.filter((code) => codes.includes(code));
  const missing = MAJOR_PROJECT_CODES.filter((code) => !codes.includes(code));
  const names = missing.map((code) => MAJOR_PROJECT_KINDS[code].title).join('、');
  const words = missing.length === 0 ? '8类信息均已公开' : `已公开${published.length}类，缺：${names}`;
  return { published, missing, words };
}
