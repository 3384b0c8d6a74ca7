import type { RouteRequest } from '@zhaoshi/contract/define-route';
import type { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import type { ShownDispute, ShownStage } from './shown-dispute.ts';

type SentStage = RouteRequest<typeof disputeRoutes.addStage>['body'];
type SentFacts = Omit<RouteRequest<typeof disputeRoutes.edit>['body'], 'reason'>;

type DayField = (keyof SentStage & `${string}On`) | 'performBy';

/** A stage as its form has it: what is not given is empty. */
export type StageValues = {
  readonly [K in keyof SentStage]: K extends DayField ? string : SentStage[K];
};

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** A stage as it is sent; fields that its form does not show are empty. */
export const stageOf = (
  values: Partial<StageValues> & Pick<StageValues, 'kind' | 'tribunal'>,
): SentStage => ({
  kind: values.kind,
  tribunal: values.tribunal,
  number: values.number ?? '',
  procedure: values.kind === 'reconsideration' ? (values.procedure ?? null) : null,
  result: values.result ?? null,
  acceptedOn: given(values.acceptedOn),
  decidedOn: given(values.decidedOn),
  effectiveOn: given(values.effectiveOn),
  servedOn: given(values.servedOn),
  answeredOn: given(values.answeredOn),
  performedOn: given(values.performedOn),
  opinionOn: given(values.opinionOn),
  reportedOn: given(values.reportedOn),
  filedOn: given(values.filedOn),
  isExtended: values.kind === 'reconsideration' && values.isExtended === true,
  decisionServedOn: given(values.decisionServedOn),
  decisionReceivedOn: given(values.decisionReceivedOn),
  ordersReply: values.result != null && values.ordersReply === true,
  performBy: given(values.performBy),
});

export const valuesOfStage = ({
  sequence: _sequence,
  duties: _duties,
  ...stage
}: ShownStage): StageValues => ({
  ...stage,
  acceptedOn: stage.acceptedOn ?? '',
  decidedOn: stage.decidedOn ?? '',
  effectiveOn: stage.effectiveOn ?? '',
  servedOn: stage.servedOn ?? '',
  answeredOn: stage.answeredOn ?? '',
  performedOn: stage.performedOn ?? '',
  opinionOn: stage.opinionOn ?? '',
  reportedOn: stage.reportedOn ?? '',
  filedOn: stage.filedOn ?? '',
  decisionServedOn: stage.decisionServedOn ?? '',
  decisionReceivedOn: stage.decisionReceivedOn ?? '',
  performBy: stage.performBy ?? '',
});

type Optional = 'actOn' | 'registrationNumber' | 'precedingId' | 'indexNumber' | 'knownOn' | 'isUntold';

/** The facts of a dispute as their form has them. */
export interface FactValues extends Omit<SentFacts, Optional> {
  readonly indexNumber?: string;
  readonly knownOn?: string;
  readonly isUntold?: boolean;
  readonly actOn?: string;
  readonly registrationNumber?: string;
  readonly precedingId?: string | null;
}

export const factsOf = ({
  actOn,
  registrationNumber,
  precedingId,
  indexNumber,
  knownOn,
  isUntold = false,
  ...values
}: FactValues): SentFacts => ({
  ...values,
  role: values.kind === 'litigationAfterReconsideration' ? values.role : 'originalActOrgan',
  note: values.note ?? '',
  actOn: given(actOn),
  knownOn: given(knownOn),
  isUntold,
  indexNumber: values.act === 'proactive' ? given(indexNumber) : null,
  registrationNumber: given(registrationNumber),
  precedingId: values.kind === 'litigationAfterReconsideration' ? (precedingId ?? null) : null,
});

export const valuesOfDispute = ({
  kind,
  role,
  act,
  actOn,
  words,
  application,
  preceding,
  document,
  knownOn,
  isUntold,
}: ShownDispute): FactValues => ({
  kind,
  role,
  act,
  actOn: actOn ?? '',
  party: words?.party ?? '',
  isPerson: words?.isPerson ?? true,
  note: words?.note ?? '',
  registrationNumber: application?.registrationNumber ?? '',
  precedingId: preceding?.disputeId ?? null,
  indexNumber: document?.indexNumber ?? '',
  knownOn: knownOn ?? '',
  isUntold,
});
