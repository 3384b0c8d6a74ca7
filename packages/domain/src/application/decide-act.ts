import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ActTexts, ApplicationAct, ApplicationEvent } from './act.ts';
import { ACT_TEXTS } from './act-texts.ts';
import type { ApplicationState } from './application-state.ts';
import type { ClockRules } from './clock/clock-rules.ts';
import { isLateCorrectionNotice, refuseClockEvent } from './clock/refuse-clock-event.ts';
import { clockEventOf } from './clock-event-of.ts';
import { REDACTION_GROUNDS } from './redaction.ts';
import { type Refusal, refusal } from './refusals.ts';
import { type CaseRules, refuseByCase } from './refuse-act.ts';
import { refuseCorrection } from './refuse-correction.ts';
import type { ActorRole } from './transition.ts';
import { TRANSITIONS } from './transitions.ts';

export interface DecideContext {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly caseRules: CaseRules;
  readonly today: CivilDate;
  readonly actor: { readonly id: string; readonly roles: readonly ActorRole[] };
}

/** An act with its words. */
export interface Command {
  readonly act: ApplicationAct;
  readonly texts: ActTexts;
}

function refuseTexts({ act, texts }: Command): readonly Refusal[] {
  return Object.entries(ACT_TEXTS[act.type]).flatMap(([key, { required }]) =>
    required && (texts[key] ?? '').trim() === '' ? [refusal('text-missing', `texts.${key}`)] : [],
  );
}

/** What is taken over into proactive disclosure is published without delay, so the decision says when and where (条例44). */
function refuseUnplanned({ act, texts }: Command): readonly Refusal[] {
  const isUnplanned = act.type === 'decidePromotion' && act.accepted && (texts['plan'] ?? '').trim() === '';
  return isUnplanned ? [refusal('promotion-plan-missing', 'texts.plan')] : [];
}

const THIRD_PARTY = REDACTION_GROUNDS.privacy.letterChoice;

function eventOf(state: ApplicationState, { act, texts }: Command, context: DecideContext): ApplicationEvent {
  if (act.type === 'draftReply') {
    const isWritten = (key: string): boolean => (texts[key] ?? '').trim() !== '';
    return {
      ...act,
      hasPublicInterest: isWritten('publicInterest'),
      hasUnfoundedObjection: isWritten('unfoundedObjection'),
      withholdsForThirdParty:
        act.outcome === 'partiallyGranted' &&
        (texts['letter.grounds'] ?? '').split(',').includes(THIRD_PARTY),
      saysWhyUnconsulted: isWritten('unconsulted'),
    };
  }
  if (act.type === 'notifyThirdParty') return { ...act, waitDays: context.caseRules.thirdPartyReliefDays };
  if (act.type !== 'noticeCorrection') return act;
  const { calendar, clockRules } = context;
  return { ...act, isLate: isLateCorrectionNotice(state.clock, act.on, calendar, clockRules) };
}

function refuseByClock(
  state: ApplicationState,
  event: ApplicationEvent,
  { calendar, clockRules }: DecideContext,
): readonly Refusal[] {
  const moved = clockEventOf(state, event);
  if (moved === null) return [];
  const refused = refuseClockEvent(state.clock, moved, calendar, clockRules);
  return refused === null ? [] : [refusal(refused, 'on')];
}

/** Both sides confirm the day of receipt (条例31): the applicant alone does not fix it, but answers the office. */
function refuseUnasked({ askedOn }: ApplicationState, act: ApplicationAct, actor: DecideContext['actor']) {
  const isAlone = act.type === 'confirmReceipt' && actor.roles.every((role) => role === 'applicant');
  return isAlone && (askedOn === null || act.on < askedOn) ? [refusal('receipt-not-asked')] : [];
}

/** The last day to answer belongs whole to who was asked: silence is noted on the day after it (条例32, 34). */
function refuseEarlySilence(act: ApplicationAct, today: CivilDate): readonly Refusal[] {
  const isEarly = act.type === 'endConsultation' && act.how === 'lapse' && act.on === today;
  return isEarly ? [refusal('period-not-over', 'on')] : [];
}

/**
 * Whether the law lets the actor do this to the case now (applications.md §§8, 16). Status and role are asked first,
 * because the other reasons would say nothing useful then; after that every reason is given at once.
 *
 * @returns the event to keep
 */
export function decideAct(
  state: ApplicationState,
  command: Command,
  context: DecideContext,
): Result<ApplicationEvent, readonly Refusal[]> {
  const { act } = command;
  const { from, by } = TRANSITIONS[act.type];
  if (!from.includes(state.status)) return err([refusal('not-in-status')]);
  if (!by.some((role) => context.actor.roles.includes(role))) return err([refusal('not-your-role')]);
  const event = eventOf(state, command, context);
  const refusals = [
    ...(act.on > context.today ? [refusal('future-date', 'on')] : []),
    ...refuseTexts(command),
    ...refuseUnplanned(command),
    ...refuseByCase(state, act, context.actor.id, context.caseRules),
    ...refuseUnasked(state, act, context.actor),
    ...refuseCorrection(state, command, context),
    ...refuseByClock(state, event, context),
    ...refuseEarlySilence(act, context.today),
  ];
  return refusals.length === 0 ? ok(event) : err(refusals);
}
