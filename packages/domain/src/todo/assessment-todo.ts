import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Permission } from '../permission/permissions.ts';

interface AssessmentTodoRow {
  readonly permission: Permission;
  readonly law: string;
  readonly title: (count: number) => string;
}

const LAW = '条例第四十六条：定期对政府信息公开工作进行考核、评议';

/** What waits in assessments (条例46). */
export const ASSESSMENT_TODO = {
  objectionsToRule: {
    permission: 'assessment.judge',
    law: `${LAW}；异议裁定以前考核不能结束`,
    title: (count) => `裁定 ${count} 项对考核的异议`,
  },
  selfAssessmentsAsked: {
    permission: 'assessment.answer',
    law: LAW,
    title: (count) => `填写 ${count} 次考核的自评`,
  },
  assessmentsToEnd: {
    permission: 'assessment.manage',
    law: LAW,
    title: (count) => `结束 ${count} 次已经期满的考核`,
  },
} as const satisfies Readonly<Record<string, AssessmentTodoRow>>;

/** A unit is asked to assess itself in the last days of the period, when most of its work is done. */
const ASKED_DAYS = 30;

/** Of assessments that end by this day the self-assessment is asked for. */
export const selfAskedUntil = (today: CivilDate): CivilDate => addDays(today, ASKED_DAYS);
