import { err, ok, type Result } from '../../kernel/result.ts';
import type { ActTexts, Registration } from '../act.ts';
import { APPLICATION_START, type ApplicationState } from '../application-state.ts';
import { type DecideContext, decideAct } from '../decide-act.ts';
import { evolveApplication, type RecordedEvent } from '../evolve-application.ts';
import type { ImportedCase } from './parse-row.ts';

export interface CaseHistory {
  readonly events: readonly (RecordedEvent & { readonly texts: ActTexts })[];
  readonly state: ApplicationState;
}

/** The events that an imported row stands for: its registration, and its result as it was where it has one. */
export function historyOf(
  { receiptDate, result }: ImportedCase,
  context: DecideContext,
): Result<CaseHistory, readonly string[]> {
  const { actor, today, clockRules, calendar } = context;
  // A period that still runs must be counted; what is over is taken as it was.
  if (result === null && receiptDate < calendar.firstDay) {
    return err([
      `收到申请之日（${receiptDate}）早于系统的工作日历（从${calendar.firstDay}开始），无法计算期限；请填写办理结果，或者在系统中另行登记。`,
    ]);
  }
  const registration: Registration = { type: 'register', on: today, receiptDate, isImported: true };
  const first = { event: registration, by: actor.id, texts: {} };
  const registered = evolveApplication(APPLICATION_START, first, clockRules);
  if (result === null) return ok({ events: [first], state: registered });
  const { outcome, on, dueOn, documentNumber } = result;
  const texts: ActTexts = documentNumber === null ? {} : { documentNumber };
  const decided = decideAct(
    registered,
    { act: { type: 'importResult', on, outcome, dueOn }, texts },
    context,
  );
  if (!decided.ok) return err(decided.error.map(({ message }) => message));
  const second = { event: decided.value, by: actor.id, texts };
  return ok({ events: [first, second], state: evolveApplication(registered, second, clockRules) });
}
