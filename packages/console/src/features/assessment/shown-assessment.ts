import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { pointsWords } from '@zhaoshi/domain/assessment/indicator';

export type ListedAssessment = RouteOutput<typeof assessmentRoutes.list>['items'][number];
export type ShownOverview = RouteOutput<typeof assessmentRoutes.read>;
export type OverviewUnit = ShownOverview['units'][number];
export type ShownUnit = RouteOutput<typeof assessmentRoutes.unit>;
export type ShownIndicator = ShownUnit['indicators'][number];
export type ShownVeto = ShownUnit['vetoes'][number];
export type ShownFinding = ShownIndicator['findings'][number];
export type ShownJudged = NonNullable<ShownIndicator['judged']>;

export const STATES = { running: '进行中', closed: '已结束', published: '已公布' } as const;

/** 98.55 分; nothing could be assessed: 未评. */
export const scoreWords = (points: number | null): string =>
  points === null ? '未评' : `${pointsWords(points)} 分`;

/** What an indicator costs, and how it is counted. */
export const rateWords = ({ points, unit, sign }: ShownIndicator): string =>
  points === 0
    ? '由考核人员确定分值'
    : `${unit === 'each' ? '每项' : ''}${sign === 'add' ? '加' : '扣'} ${pointsWords(points)} 分`;

/** Indicators that cost something now, the costliest first; those that add are not among them. */
export const costing = (indicators: readonly ShownIndicator[]): readonly ShownIndicator[] =>
  indicators
    .filter(({ sign, taken }) => sign === 'deduct' && taken > 0)
    .toSorted((a, b) => b.taken - a.taken);

/** What is still to be looked at by a person. */
export const notAssessed = (indicators: readonly ShownIndicator[]): readonly ShownIndicator[] =>
  indicators.filter(({ state }) => state === 'notAssessable');
