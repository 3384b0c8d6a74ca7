import type { disputeRow, shownDispute } from '@zhaoshi/contract/routes/dispute-fields';
import { countedWords } from '@zhaoshi/domain/dispute/counted-words';
import type { DisputeRules } from '@zhaoshi/domain/dispute/counting-rules';
import { disputeClocks } from '@zhaoshi/domain/dispute/dispute-clocks';
import { type DutyRules, dutiesOf, dutiesOfStages } from '@zhaoshi/domain/dispute/dispute-duties';
import type { LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import { nextStageKinds, type RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { spanOf } from '@zhaoshi/domain/dispute/standing';
import { cellsOfDispute, type DisputeCounting } from '@zhaoshi/domain/dispute/table-four';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { countedUpTo } from '@zhaoshi/domain/statistics/table-two';
import type { z } from 'zod';
import type { ListedDispute } from '../../db/queries/dispute-list.ts';
import type { KeptDispute } from '../../db/queries/disputes.ts';
import type { DisputedDocument, historyOf } from '../../db/queries/disputes-related.ts';
import type { NewReply } from '../../db/queries/new-replies.ts';
import type { DisputeWords } from '../../use-cases/disputes/dispute-seal.ts';
import type { PeriodRules } from '../../use-cases/disputes/duty-rules.ts';
import { isLost } from '../../use-cases/disputes/losses.ts';
import { historyWords } from './dispute-history-words.ts';

const presentDuties = (stages: readonly RegisteredStage[], index: number, duties: DutyRules) =>
  dutiesOf(stages, index, duties).map(({ words, source, due, doneOn, isOwed, isUnconfirmed }) => ({
    words,
    source,
    dueOn: due.date,
    isProvisional: due.provisional,
    doneOn,
    isOwed,
    isUnconfirmed,
  }));

/** The first day by which something is owed; `null`: nothing is. */
function firstDue({ stages }: KeptDispute, duties: DutyRules): CivilDate | null {
  const owed = dutiesOfStages(stages, duties).filter(({ isOwed }) => isOwed);
  return owed.reduce<CivilDate | null>(
    (first, { due }) => (first === null || due.date < first ? due.date : first),
    null,
  );
}

/** A dispute as lists show it. */
export function presentDisputeRow(
  { dispute, organName, registrationNumber }: ListedDispute,
  duties: DutyRules,
): z.input<typeof disputeRow> {
  const { regionId, organId, disputeId, kind, role, act, maskedParty, applicationId, stages } = dispute;
  const last = stages.at(-1);
  return {
    regionId,
    organId,
    disputeId,
    organName,
    kind,
    role,
    act,
    maskedParty,
    application:
      applicationId === null || registrationNumber === null ? null : { applicationId, registrationNumber },
    number: stages.findLast(({ number }) => number !== '')?.number ?? '',
    last: last === undefined ? null : lastOf(last),
    ...spanOf(stages),
    dueOn: firstDue(dispute, duties),
  };
}

const lastOf = ({ kind, tribunal, number, acceptedOn, decidedOn, result }: RegisteredStage) => ({
  kind,
  tribunal,
  number,
  acceptedOn,
  decidedOn,
  result,
});

/** Where a dispute counted in each year since it was opened, the last year first. */
function countedByYear(dispute: KeptDispute, rules: DisputeRules, today: CivilDate) {
  const { openedOn, settledOn } = spanOf(dispute.stages);
  const first = openedOn === null ? yearOf(today) : yearOf(openedOn);
  const last = settledOn === null ? yearOf(today) : yearOf(settledOn);
  return Array.from({ length: Math.max(last - first, 0) + 1 }, (_, index) => {
    const year = last - index;
    const counting: DisputeCounting = { year, upTo: countedUpTo(year, today), rules };
    return {
      year,
      cells: cellsOfDispute(dispute, counting).map(({ cell }) => cell),
      reasons: [...countedWords(dispute, counting)],
    };
  });
}

const presentRelated = ({ dispute }: ListedDispute) => ({
  disputeId: dispute.disputeId,
  kind: dispute.kind,
  number: dispute.stages[0]?.number ?? '',
  tribunal: dispute.stages[0]?.tribunal ?? '',
});

/** What a dispute is shown from. */
export interface ShownDispute {
  readonly listed: ListedDispute;
  readonly related: readonly ListedDispute[];
  readonly history: Awaited<ReturnType<typeof historyOf>>;
  /** `null`: not for the person who looks. */
  readonly words: DisputeWords | null;
  readonly duties: PeriodRules;
  readonly newReplies: readonly NewReply[];
  readonly document: DisputedDocument | null;
  readonly silence: { readonly dueOn: string; readonly words: string } | null;
  /** What was written down about a loss; `null`: nothing. */
  readonly loss: {
    readonly causes: readonly LossCause[];
    readonly unit: string;
    readonly measures: string;
  } | null;
  readonly rules: DisputeRules;
  readonly today: CivilDate;
}

const presentDocument = (document: DisputedDocument | null) =>
  document && {
    documentId: document.documentId,
    indexNumber: document.indexNumber,
    title: document.title,
    publishedOn: document.publishedAt === null ? null : civilDateAt(document.publishedAt),
  };

/** Every period of the case; a suit that followed closes the period of the reconsideration before it. */
function presentClocks({ listed: { dispute }, related, duties, today }: ShownDispute) {
  const suit = related.find(({ dispute: other }) => other.precedingId === dispute.disputeId);
  const [first] = suit?.dispute.stages ?? [];
  const facts = { ...dispute, suedOn: first?.filedOn ?? first?.acceptedOn ?? null };
  return disputeClocks(facts, { ...duties, today }).map(({ due, ...clock }) => ({
    ...clock,
    due: { ...due, days: [...due.days] },
  }));
}

/** Why the act did not stand, while it does not; empty until somebody wrote it down. */
function presentLoss({ listed: { dispute }, rules, today, loss }: ShownDispute) {
  if (!isLost(dispute, today, rules)) return null;
  return { causes: [...(loss?.causes ?? [])], unit: loss?.unit ?? '', measures: loss?.measures ?? '' };
}

/** A dispute on its page. */
export function presentDispute(shown: ShownDispute, abilities: Permission[]): z.input<typeof shownDispute> {
  const { listed, related, history, words, duties, rules, today } = shown;
  const { dispute } = listed;
  const { stages } = dispute;
  const preceding = related.find(({ dispute: other }) => other.disputeId === dispute.precedingId);
  return {
    ...presentDisputeRow(listed, duties),
    actOn: dispute.actOn,
    knownOn: dispute.knownOn,
    isUntold: dispute.isUntold,
    document: presentDocument(shown.document),
    silence: shown.silence,
    preceding: preceding === undefined ? null : presentRelated(preceding),
    following: related.filter((other) => other !== preceding).map(presentRelated),
    words: words && { party: words.party, isPerson: words.isPerson, note: words.note },
    stages: stages.map((stage, index) => ({ ...stage, duties: presentDuties(stages, index, duties) })),
    clocks: presentClocks(shown),
    newReplies: shown.newReplies.map(({ on, documentNumber }) => ({ on, documentNumber })),
    loss: presentLoss(shown),
    next: [...nextStageKinds(dispute.kind, stages)],
    counted: countedByYear(dispute, rules, today),
    history: history.map(({ sequence, type, data, reason, recorded_at, display_name }) => ({
      sequence,
      words: historyWords(type, data),
      reason,
      by: display_name,
      at: recorded_at.toISOString(),
    })),
    version: dispute.version,
    abilities,
  };
}
