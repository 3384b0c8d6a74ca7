import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Role } from '../../permission/roles.ts';
import type { Finding } from '../rules/rule.ts';
import { type ReportStep, stoppingFindings } from '../rules/steps.ts';
import { findPersonalData, PERSONAL_DATA_NAMES } from '../text/personal-data.ts';
import { isYearOver } from './compose-report.ts';
import { REPORT_ACT_TEXTS, type ReportAct, type ReportActType, type ReportEvent } from './report-act.ts';
import { type ReportRefusal, reportRefusal } from './report-refusals.ts';
import type { ReportState } from './report-state.ts';
import { REPORT_STATUSES } from './report-status.ts';
import { REPORT_TRANSITIONS, type ReportStanding } from './report-transitions.ts';

export interface ReportCommand {
  readonly act: ReportAct;
  readonly texts: Readonly<Record<string, string>>;
}

export interface ReportActor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly standings: readonly ReportStanding[];
}

export interface DecideReportContext {
  readonly actor: ReportActor;
  /** The moment as ISO, and its day. */
  readonly now: string;
  readonly today: CivilDate;
  readonly reportYear: number;
  /** What the check finds on the content that is to go on; waived findings are marked so. */
  readonly findings: readonly Finding[];
  /** Units of the list that have not reported; of a region's report only. */
  readonly missingMembers: readonly string[];
  /** Who counts what an ended organ left, when that is not its own report; absent: its own. */
  readonly countedElsewhere?: string | null;
  /** What is no longer registered as the published figures count it, while these are being corrected; absent: nothing. */
  readonly moved?: readonly string[];
  /** Of a file that is entered only. */
  readonly entry?: EntryFacts;
}

/** What decides whether a file may stand for a report that was published before it was made here. */
export interface EntryFacts {
  /** A list of the year names the organ among those who report to a department on the platform. */
  readonly isListed: boolean;
  /** Its signature was asked for on the platform. */
  readonly wasAsked: boolean;
}

/** Acts by which the content goes on to somebody, with the step that is then taken (§9 Semantics). */
const STEPS: Readonly<Partial<Record<ReportActType, ReportStep>>> = {
  askSignature: 'submit',
  sign: 'submit',
  accept: 'submit',
  publish: 'publish',
};

/** Findings are named in words up to so many; the rest is counted. */
const NAMED = 5;

const shortened = (names: readonly string[]): string =>
  `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? `等${names.length}处` : ''}。`;

const named = (findings: readonly Finding[]): string => {
  const words = findings.slice(0, NAMED).map(({ rule, message }) => `${rule} ${message}`);
  return `${words.join('')}${findings.length > NAMED ? `等${findings.length}处。` : ''}`;
};

function refuseFindings(type: ReportActType, { findings }: DecideReportContext): readonly ReportRefusal[] {
  const step = STEPS[type];
  if (step === undefined) return [];
  const stopping = stoppingFindings(findings, step);
  const blocking = stopping.filter(({ severity }) => severity === 'block');
  const unexplained = stopping.filter(({ severity }) => severity !== 'block');
  return [
    ...(blocking.length > 0 ? [reportRefusal('findings-block', named(blocking))] : []),
    ...(unexplained.length > 0 ? [reportRefusal('findings-unexplained', named(unexplained))] : []),
  ];
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

const refuseTexts = ({ act, texts }: ReportCommand): readonly ReportRefusal[] =>
  Object.entries(REPORT_ACT_TEXTS[act.type]).flatMap(([key, { required }]) =>
    required && isBlank(texts[key]) ? [{ ...reportRefusal('text-missing'), field: `texts.${key}` }] : [],
  );

/** What the public will read beside the figures names nobody (个保法25). */
const refusePersonalData = ({ act, texts }: ReportCommand): readonly ReportRefusal[] =>
  Object.entries(REPORT_ACT_TEXTS[act.type]).flatMap(([key, { isPublic = false }]) => {
    const found = isPublic ? findPersonalData(texts[key] ?? '') : [];
    const named = found.map(({ kind, masked }) => `${PERSONAL_DATA_NAMES[kind]} ${masked}`);
    return found.length === 0
      ? []
      : [{ ...reportRefusal('personal-data', `${named.join('、')}。`), field: `texts.${key}` }];
  });

const refuseIf = (condition: boolean, refusal: ReportRefusal): readonly ReportRefusal[] =>
  condition ? [refusal] : [];

/** In this year and the one before reports are still drawn up, signed and received. */
const YEARS_UNDER_WAY = 2;

/** Findings that stop even what was public elsewhere: whoever makes it public here discloses it again (个保法25). */
const NEVER_PUBLIC: ReadonlySet<string> = new Set(['AR-PRV-01', 'AR-PRV-02']);

/** A file as one's own stands for what was published; one that is only handed in needs the leader's signature (30号三(四)). */
function refuseEntry(
  { returned }: ReportState,
  as: 'submitted' | 'published',
  { actor, today, reportYear, findings, entry = { isListed: false, wasAsked: false } }: DecideReportContext,
): readonly ReportRefusal[] {
  const isOwn = actor.standings.includes('own');
  if (as === 'submitted') return refuseIf(isOwn, reportRefusal('own-file'));
  if (!isOwn) return [reportRefusal('not-your-role')];
  const isUnderWay = reportYear > yearOf(today) - YEARS_UNDER_WAY;
  const stopping = findings.filter(({ rule, status }) => status === 'fail' && NEVER_PUBLIC.has(rule));
  return [
    ...refuseIf(entry.wasAsked || returned !== null, reportRefusal('made-here')),
    ...refuseIf(
      entry.isListed && isUnderWay,
      reportRefusal('goes-up', `本单位在${reportYear}年度报送单位名单上。`),
    ),
    ...refuseIf(stopping.length > 0, reportRefusal('findings-block', named(stopping))),
  ];
}

/** The same register is not reported twice (annual-report.md §8). */
const refuseDouble = ({ countedElsewhere = null }: DecideReportContext): readonly ReportRefusal[] =>
  refuseIf(countedElsewhere !== null, reportRefusal('counted-elsewhere', `${countedElsewhere}。`));

function refuseByAct(
  state: ReportState,
  { act, texts }: ReportCommand,
  context: DecideReportContext,
): readonly ReportRefusal[] {
  const { actor, today, reportYear, missingMembers, moved = [] } = context;
  switch (act.type) {
    case 'askSignature':
      return [
        ...refuseIf(!isYearOver(reportYear, today), reportRefusal('year-not-over')),
        ...refuseDouble(context),
        ...refuseIf(
          missingMembers.length > 0,
          reportRefusal('members-missing', `${missingMembers.join('、')}。`),
        ),
      ];
    case 'sign':
      return [
        ...refuseIf(state.frozen?.sha256 !== act.sha256, reportRefusal('content-changed')),
        ...refuseIf(state.frozen?.askedBy === actor.id, reportRefusal('same-person')),
      ];
    case 'accept':
      return [
        ...refuseIf(state.frozen?.sha256 !== act.sha256, reportRefusal('content-changed')),
        ...refuseIf(state.signedBy === actor.id, reportRefusal('own-acceptance')),
      ];
    case 'publish':
      return refuseIf(state.frozen?.sha256 !== act.sha256, reportRefusal('content-changed'));
    case 'returnForMending':
      return refuseIf(
        act.cells.length + act.passages.length === 0 && isBlank(texts['reason']),
        reportRefusal('marks-missing'),
      );
    case 'discardRestatement':
      return [
        ...refuseIf(state.published === null, reportRefusal('not-restating')),
        ...refuseIf(moved.length > 0, reportRefusal('register-moved', shortened(moved))),
      ];
    case 'enterFile':
      return [
        ...refuseIf(state.published !== null, reportRefusal('already-published')),
        ...refuseDouble(context),
        ...refuseIf(!isYearOver(reportYear, today), reportRefusal('year-not-over')),
        ...refuseEntry(state, act.as, context),
      ];
    default:
      return [];
  }
}

/** Whether somebody with these roles and standings may do the act at all. */
export const mayDo = (type: ReportActType, { roles, standings }: ReportActor): boolean =>
  standings.some((standing) => REPORT_TRANSITIONS[type].by[standing]?.some((role) => roles.includes(role)));

/** What stands in the way and what can be done about it. */
function refuseStatus({ status }: ReportState, { act }: ReportCommand): ReportRefusal {
  const now = `报告${REPORT_STATUSES[status]}，不能“${REPORT_TRANSITIONS[act.type].title}”。`;
  if (act.type !== 'enterFile') return reportRefusal('not-in-status', now);
  const way = status === 'published' ? '由该单位发起更正重报' : '先由主管部门退回，或者由该单位撤回送签';
  return reportRefusal('not-in-status', `${now}原来的报告没有改动；需要改的，${way}。`);
}

/**
 * Whether the rules let the actor do this to the report now (annual-report.md §§2, 9). Status and role are asked
 * first, because the other reasons would say nothing useful then; after that every reason is given at once.
 *
 * @returns the event to keep
 */
export function decideReportAct(
  state: ReportState,
  command: ReportCommand,
  context: DecideReportContext,
): Result<ReportEvent, readonly ReportRefusal[]> {
  const { act } = command;
  if (!REPORT_TRANSITIONS[act.type].from.includes(state.status)) return err([refuseStatus(state, command)]);
  if (!mayDo(act.type, context.actor)) return err([reportRefusal('not-your-role')]);
  const refusals = [
    ...refuseTexts(command),
    ...refusePersonalData(command),
    ...refuseByAct(state, command, context),
    ...refuseFindings(act.type, context),
  ];
  return refusals.length > 0 ? err(refusals) : ok({ ...act, by: context.actor.id, at: context.now });
}
