import type { DocumentKind } from '../document-kind.ts';
import type { StartFact, StartMoment } from './period-rule.ts';
import { SPECIAL_PERIODS, type SpecialPeriodId } from './special-periods.ts';

/** What is published, as far as its period depends on it: chosen by the person, never guessed from a text. */
export const PUBLICATION_MATTERS = {
  general: { title: '一般信息', periods: [] },
  governmentBudget: { title: '政府预算、决算', periods: ['SP01'] },
  departmentBudget: { title: '部门预算、决算', periods: ['SP02'] },
  penaltyDecision: { title: '行政处罚决定', periods: ['SP04', 'SP06'] },
  penaltyWithdrawal: { title: '撤回行政处罚决定信息', periods: ['SP03'] },
  licenceDecision: { title: '行政许可决定', periods: ['SP07', 'SP06'] },
  majorProjectDecision: { title: '重大建设项目的行政许可、行政处罚', periods: ['SP05'] },
  landPreNotice: { title: '征收土地预公告', periods: ['SP08'] },
  landCompensationPlan: { title: '征地补偿安置方案公告', periods: ['SP09'] },
  landRequisitionNotice: { title: '征收土地公告', periods: ['SP10'] },
  housingCompensationDraft: { title: '房屋征收补偿方案征求意见', periods: ['SP11'] },
  housingRequisitionDecision: { title: '房屋征收决定', periods: ['SP12'] },
  housingAffectedPersons: { title: '房屋调查结果、分户补偿情况', periods: ['SP13'] },
  majorDecisionDraft: { title: '重大行政决策征求意见', periods: ['SP14'] },
  hearingMaterials: { title: '听证会材料', periods: ['SP15'] },
  marketRuleDraft: { title: '涉及市场主体的文件征求意见', periods: ['SP16'] },
  administrativeRule: { title: '规章', periods: ['SP17'] },
  annualReport: { title: '政府信息公开工作年度报告', periods: ['SP18'] },
  interpretation: { title: '政策解读', periods: ['SP19'] },
  emergencyFirstRelease: { title: '突发事件首次发布', periods: ['SP20a'] },
  emergencyPressConference: { title: '突发事件新闻发布会', periods: ['SP20b'] },
  opinionResponse: { title: '政务舆情回应', periods: ['SP20c'] },
  villageGeneral: { title: '村务：一般事项', periods: ['SP21a'] },
  villageFinance: { title: '村务：财务收支', periods: ['SP21b'] },
  villageImportant: { title: '村务：重大事项', periods: ['SP21c'] },
  handover: { title: '向档案馆、图书馆提供', periods: ['SP22'] },
  internalDelivery: { title: '科室交付工作机构', periods: ['SP23'] },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly periods: readonly SpecialPeriodId[] }>
>;

export type PublicationMatter = keyof typeof PUBLICATION_MATTERS;

export const PUBLICATION_MATTER_NAMES = Object.keys(PUBLICATION_MATTERS) as readonly PublicationMatter[];

/** The days and moments that a matter's periods start from and that a form should ask for, besides 生成日期. */
export function factsAskedFor(matter: PublicationMatter): readonly (StartFact | StartMoment)[] {
  const asked = PUBLICATION_MATTERS[matter].periods.flatMap((id) => {
    const { limit } = SPECIAL_PERIODS[id];
    return 'from' in limit && limit.from !== 'createdOn' ? [limit.from] : [];
  });
  return [...new Set(asked)];
}

const NONE: readonly PublicationMatter[] = ['general'];

/** Which matters a form offers for a kind of document; the first one is the default. */
export const MATTERS_OF_KIND: Readonly<Record<DocumentKind, readonly PublicationMatter[]>> = {
  administrativeRule: ['administrativeRule'],
  normativeDocument: NONE,
  policyDocument: NONE,
  interpretation: ['interpretation'],
  plan: NONE,
  announcement: [
    'general',
    'landPreNotice',
    'landCompensationPlan',
    'landRequisitionNotice',
    'housingRequisitionDecision',
  ],
  publicNotice: ['general', 'landPreNotice', 'landCompensationPlan', 'housingAffectedPersons'],
  draftForComment: [
    'general',
    'majorDecisionDraft',
    'marketRuleDraft',
    'housingCompensationDraft',
    'hearingMaterials',
  ],
  statistics: NONE,
  budget: ['departmentBudget', 'governmentBudget'],
  licence: ['licenceDecision', 'majorProjectDecision'],
  penalty: ['penaltyDecision', 'majorProjectDecision', 'penaltyWithdrawal'],
  procurement: NONE,
  majorProject: ['general', 'majorProjectDecision', 'landRequisitionNotice'],
  institution: NONE,
  emergency: ['general', 'emergencyFirstRelease', 'emergencyPressConference'],
  clarification: ['general', 'opinionResponse'],
  guide: NONE,
  rules: NONE,
  other: NONE,
};
