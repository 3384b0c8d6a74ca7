import { plainText } from '../../annual-report/rules/identity.ts';
import type { Confidence } from '../../setting/setting.ts';

interface PilotField {
  readonly title: string;
  readonly names: readonly string[];
  readonly mark: Confidence;
}

const field = (title: string, names: readonly string[] = [], mark: Confidence = 'confirmed'): PilotField => ({
  title,
  names,
  mark,
});

/** The 26 fields of the standardisation pilots (国办发〔2019〕54号), each of which has a catalogue of its own. */
export const PILOT_FIELDS = {
  majorProjects: field('重大建设项目'),
  publicResourceTrading: field('公共资源交易', ['公共资源配置'], 'unconfirmed'),
  budgets: field('财政预决算'),
  workSafety: field('安全生产'),
  taxation: field('税收管理'),
  landCompensation: field('征地补偿', ['农村集体土地征收']),
  housingExpropriation: field('国有土地上房屋征收与补偿', ['国有土地上房屋征收']),
  affordableHousing: field('保障性住房'),
  ruralHousing: field('农村危房改造'),
  environment: field('生态环境', ['环境保护']),
  culture: field('公共文化服务'),
  legalServices: field('公共法律服务'),
  povertyRelief: field('扶贫', ['脱贫攻坚', '乡村振兴']),
  disasterRelief: field('救灾'),
  foodAndDrugs: field('食品药品监管'),
  cityManagement: field('城市综合执法'),
  employment: field('就业', ['就业创业']),
  socialInsurance: field('社会保险'),
  socialAssistance: field('社会救助'),
  elderlyCare: field('养老服务'),
  householdRegistration: field('户籍管理'),
  agriculturalSubsidies: field('涉农补贴'),
  compulsoryEducation: field('义务教育'),
  healthCare: field('医疗卫生', ['卫生健康']),
  municipalServices: field('市政服务'),
  urbanPlanning: field('城乡规划'),
} as const satisfies Readonly<Record<string, PilotField>>;

export type PilotFieldId = keyof typeof PILOT_FIELDS;

export const PILOT_FIELD_IDS = Object.keys(PILOT_FIELDS) as readonly PilotFieldId[];

/**
 * The field that the heading of a catalogue names: “昭和县社会救助领域基层政务公开标准目录”. `null` when it names none, or
 * more than one.
 */
export function pilotFieldIn(heading: string): PilotFieldId | null {
  const text = plainText(heading);
  const found = PILOT_FIELD_IDS.filter((id) =>
    [PILOT_FIELDS[id].title, ...PILOT_FIELDS[id].names].some((name) => text.includes(name)),
  );
  // 国有土地上房屋征收 also lies in no other title, but a longer title wins over one that it contains.
  const longest = found.filter((id) =>
    found.every((other) => other === id || !PILOT_FIELDS[other].title.includes(PILOT_FIELDS[id].title)),
  );
  return longest.length === 1 ? (longest[0] ?? null) : null;
}
