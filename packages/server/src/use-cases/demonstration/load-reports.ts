import type { ReportActInput } from '@zhaoshi/contract/routes/annual-reports';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import { stoppingFindings } from '@zhaoshi/domain/annual-report/rules/steps';
import { decideReportAct, type ReportActor } from '@zhaoshi/domain/annual-report/work/decide-report-act';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { reportStandings } from '@zhaoshi/domain/annual-report/work/report-standing';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import { jurisdictionOf } from '../../db/queries/caller.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import { type OrganDesk, organDesk } from '../../db/queries/reminder-desk.ts';
import { findReportWork, type ReportKey, type ReportWorkRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { completeReportAct, freeze } from '../annual-report/act-on-report.ts';
import { appendReportEvent } from '../annual-report/append-event.ts';
import { insertWork, lockReport } from '../annual-report/begin-report.ts';
import { checkReport } from '../annual-report/check-report.ts';
import { frozenCounting } from '../annual-report/frozen-cases.ts';
import { keepFailing } from '../annual-report/keep-for-board.ts';
import { type CountedReport, loadForFreezing } from '../annual-report/load-for-freezing.ts';
import type { LoadedReport } from '../annual-report/loaded-report.ts';
import { publishFrozen } from '../annual-report/publish-frozen.ts';
import { insertWaiver } from '../annual-report/waive-finding.ts';
import { type Places, placeOf } from './load-tree.ts';
import { type ReportStand, type ReportStory, reportStories } from './report-stories.ts';

interface Loading {
  readonly transaction: Transaction<Schema>;
  readonly at: Date;
  readonly newId: () => string;
  /** The people of an organ by its path: the same few act on report after report. */
  readonly desks: Map<string, OrganDesk>;
}

/** One act on the way of a report. */
interface Step {
  readonly by: Role;
  /** Day of the January in which the reports of a year are made; `null`: nothing becomes public but now. */
  readonly day: number | null;
  readonly act: (sha256: string, story: ReportStory) => ReportActInput;
  readonly texts?: (story: ReportStory) => Readonly<Record<string, string>>;
}

const REVIEW: Step = {
  by: 'disclosureOfficeHead',
  day: 8,
  act: () => ({ type: 'recordSecrecyReview' }),
  texts: () => ({ basis: '逐项审查，没有发现不能公开的内容。' }),
};
const ASK: Step = { by: 'disclosureOfficer', day: 12, act: () => ({ type: 'askSignature' }) };
const SIGN: Step = { by: 'leader', day: 14, act: (sha256) => ({ type: 'sign', sha256 }) };
const ACCEPT: Step = { by: 'supervisor', day: 20, act: (sha256) => ({ type: 'accept', sha256 }) };
const RETURN: Step = {
  by: 'supervisor',
  day: 20,
  act: (_sha256, { marks }) => ({
    type: 'returnForMending',
    cells: [...(marks?.cells ?? [])],
    passages: [...(marks?.passages ?? [])],
  }),
  texts: ({ marks }) => ({ reason: marks?.reason ?? '' }),
};
const PUBLISH: Step = {
  by: 'disclosureOfficeHead',
  day: null,
  act: (sha256) => ({ type: 'publish', sha256 }),
};
const RESTATE: Step = {
  by: 'disclosureOfficeHead',
  day: null,
  act: () => ({ type: 'restate' }),
  texts: ({ restated }) => ({ reason: restated?.reason ?? '' }),
};

const now = (step: Step): Step => ({ ...step, day: null });
const SUBMITTED = [REVIEW, ASK, SIGN];
const PUBLISHED = [...SUBMITTED, ACCEPT, PUBLISH];

/** The acts that bring a report to its stand. */
const STEPS: Readonly<Record<ReportStand, readonly Step[]>> = {
  drafting: [],
  inSignature: [REVIEW, ASK],
  submitted: SUBMITTED,
  returned: [...SUBMITTED, RETURN],
  accepted: [...SUBMITTED, ACCEPT],
  published: PUBLISHED,
  restated: [...PUBLISHED, RESTATE, ...PUBLISHED.map(now)],
};

/** A report on its way; it is composed and checked once for what goes on, whoever then acts. */
interface Running extends CountedReport {
  readonly row: ReportWorkRow;
  readonly findings: readonly Finding[];
}

/** Half past nine in China, on a day that has been; else now. */
function momentOf({ at }: Loading, year: number, day: number | null): Date {
  if (day === null) return at;
  const morning = new Date(`${year + 1}-01-${String(day).padStart(2, '0')}T09:30:00+08:00`);
  return morning < at ? morning : at;
}

async function actorOf(
  { transaction, desks }: Loading,
  { region_id: regionId, organ_id: organId, path, kind, name }: OrganRow,
  role: Role,
  { places }: LoadedReport,
): Promise<ReportActor> {
  const desk = desks.get(path) ?? (await organDesk(transaction, { regionId, organId, path }));
  desks.set(path, desk);
  const found = desk.officers.find(({ roles }) => roles.includes(role));
  if (found === undefined) throw new Error(`${name} has no ${role} in the demonstration`);
  const standings = reportStandings({ path, jurisdiction: jurisdictionOf(kind, path) }, places);
  return { id: found.accountId, roles: found.roles.filter(isRole), standings };
}

async function keepDraft(
  { transaction }: Loading,
  { region_id, report_id }: ReportWorkRow,
  draft: ReportDraft,
): Promise<void> {
  await transaction
    .updateTable('report_work')
    .set({ draft: JSON.stringify(draft) })
    .where('region_id', '=', region_id)
    .where('report_id', '=', report_id)
    .execute();
}

async function loaded({ transaction }: Loading, key: ReportKey, moment: Date): Promise<Running> {
  const counted = await loadForFreezing(transaction, key, moment);
  const row = await findReportWork(transaction, key);
  if (!counted.ok || row === undefined) throw new Error('a report of the demonstration is not there');
  return { row, ...counted.value, findings: [] };
}

/** What the check finds when the signature is asked for; whatever wants a reason gets one. */
async function checked(loading: Loading, running: Running, by: string, moment: Date): Promise<Running> {
  const { transaction, newId } = loading;
  const { findings } = await checkReport(transaction, running.loaded, moment);
  const explained = new Set<string>();
  for (const finding of stoppingFindings(findings, 'submit')) {
    if (finding.waiverBy === 'none') {
      throw new Error(`${running.loaded.organ.name}: ${finding.rule} ${finding.message}`);
    }
    const given = { as: 'reviewer', by, reason: '已逐件核对原始记录，情况属实。', at: moment } as const;
    await insertWaiver(transaction, running.row, finding, { ...given, waiverId: newId() });
    explained.add(finding.id);
  }
  return {
    ...running,
    findings: findings.map((one) => (explained.has(one.id) ? { ...one, status: 'waived' } : one)),
  };
}

/** Does one step by the same way that a person's act goes. */
async function doStep(
  loading: Loading,
  places: Places,
  story: ReportStory,
  { running, step, sequence }: { readonly running: Running; readonly step: Step; readonly sequence: number },
): Promise<Running> {
  const { transaction, newId } = loading;
  const moment = momentOf(loading, story.year, step.day);
  const desk = placeOf(places, step.by === 'supervisor' ? story.receiver : story.desk);
  const actor = await actorOf(loading, desk, step.by, running.loaded);
  const act = completeReportAct(running.loaded, step.act(running.loaded.state.frozen?.sha256 ?? '', story));
  const ready = act.type === 'askSignature' ? await checked(loading, running, actor.id, moment) : running;
  const texts = step.texts?.(story) ?? {};
  const { state, region } = ready.loaded;
  const decided = decideReportAct(
    state,
    { act, texts },
    {
      actor,
      now: moment.toISOString(),
      today: civilDateAt(moment),
      reportYear: story.year,
      findings: ready.findings,
      missingMembers: region?.sum.missing ?? [],
    },
  );
  if (!decided.ok) throw new Error(`${story.organ} ${act.type}: ${JSON.stringify(decided.error)}`);
  const { row, findings } = ready;
  const { organs, version, draft } = ready.loaded;
  const counting = { reportYear: story.year, version, sources: draft.sources, now: moment };
  const cases = region === null ? (await frozenCounting(transaction, organs, counting)).cases : null;
  const event = await freeze(transaction, row, ready.loaded, { findings, event: decided.value, cases });
  const after = await appendReportEvent(transaction, row, state, { event, sequence, texts });
  if (event.type === 'askSignature') await keepFailing(transaction, row, findings);
  if (event.type === 'publish') {
    const context = { caller: { accountId: actor.id }, now: () => loading.at, newId };
    const published = await publishFrozen(transaction, context, ready.loaded);
    if (!published.ok) throw new Error(`${story.organ}: ${JSON.stringify(published.error)}`);
  }
  return {
    ...ready,
    row: { ...row, version: row.version + 1 },
    loaded: { ...ready.loaded, state: after },
  };
}

async function playStory(loading: Loading, places: Places, story: ReportStory): Promise<void> {
  const { transaction, newId } = loading;
  const { region_id: regionId, organ_id: organId } = placeOf(places, story.organ);
  const key = { regionId, organId, reportYear: story.year };
  const reportId = await lockReport(transaction, key, newId);
  const begun = momentOf(loading, story.year, REVIEW.day);
  await insertWork(transaction, key, { reportId, draft: story.draft, at: begun });
  const steps = STEPS[story.stand];
  if (steps.length === 0) return;
  let running = await loaded(loading, key, momentOf(loading, story.year, ASK.day));
  for (const [index, step] of steps.entries()) {
    running = await doStep(loading, places, story, { running, step, sequence: index + 1 });
    if (step !== RESTATE) continue;
    const { typed } = { ...story.draft, ...story.restated };
    await keepDraft(loading, running.row, { ...story.draft, typed });
    running = await loaded(loading, key, loading.at);
  }
}

/**
 * Writes the invented annual reports of the year that is over, each through the acts that would have made it, in the
 * January after; what is public is so from the moment of loading, because nothing public can be dated back.
 *
 * @returns how many there are
 */
export async function loadReports(given: Omit<Loading, 'desks'>, places: Places): Promise<number> {
  const loading = { ...given, desks: new Map<string, OrganDesk>() };
  const stories = reportStories(yearOf(civilDateAt(loading.at)) - 1);
  for (const story of stories) await playStory(loading, places, story);
  return stories.length;
}
