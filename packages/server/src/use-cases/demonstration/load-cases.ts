import { workingDaysBefore } from '@zhaoshi/domain/application/milestones';
import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { isRole } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { lockCase } from '../../db/queries/application-case.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { completeAct } from '../applications/act-on-application.ts';
import { actOnCase, type CaseActor, type LoadedCase, loadState } from '../applications/act-on-case.ts';
import { insertApplication } from '../applications/insert-application.ts';
import { findCalendar } from '../calendar/calendars.ts';
import { CASE_ORGANS, CITY_COURT, formOf, NUMBER_WORDS, organOf } from './case-applicants.ts';
import type { DeskRole, Step } from './case-steps.ts';
import { type Story, storiesOf } from './case-stories.ts';
import { CONTESTED, CONTESTED_NAMES, type ContestedCase, type ContestedName } from './contested-stories.ts';
import { type Places, placeOf } from './load-tree.ts';

interface Loading {
  readonly at: Date;
  readonly newId: () => string;
  readonly secretBox: SecretBox;
}

/** Half past nine in China. */
const morningOf = (day: CivilDate): Date => new Date(`${day}T09:30:00+08:00`);

/** A story with the organ and the day it came in. */
interface PlacedStory {
  readonly story: Pick<Story, 'channel' | 'isConfirmed' | 'steps'>;
  /** `null`: nobody contests what came of it. */
  readonly contested: ContestedName | null;
  readonly place: number;
  readonly organ: OrganRow;
  readonly arrivedOn: CivilDate;
}

export interface CaseStage extends Loading {
  readonly transaction: Transaction<Schema>;
  readonly calendar: WorkingCalendar;
  readonly actorOf: (organ: OrganRow, role: DeskRole) => Promise<CaseActor>;
}

/** The invented people of an organ by the role in which they act. */
function actors(transaction: Transaction<Schema>): CaseStage['actorOf'] {
  const desks = new Map<string, Awaited<ReturnType<typeof organDesk>>>();
  return async ({ region_id: regionId, organ_id: organId, path, name }, role) => {
    const desk = desks.get(path) ?? (await organDesk(transaction, { regionId, organId, path }));
    desks.set(path, desk);
    const found = desk.officers.find(({ roles }) => roles.includes(role));
    if (found === undefined) throw new Error(`${name} has no ${role} in the demonstration`);
    return { id: found.accountId, roles: found.roles.filter(isRole) };
  };
}

/** A case in the middle of its story. */
interface Running {
  readonly loaded: LoadedCase;
  readonly on: CivilDate;
}

/** Does one step of a story on its day, by the same way that a person's act goes; nothing is read twice. */
async function doStep(
  stage: CaseStage,
  organ: OrganRow,
  { loaded, on }: Running,
  step: Step,
): Promise<Running> {
  const { transaction, newId, secretBox, calendar, actorOf } = stage;
  const day = step.after === 0 ? on : addWorkingDays(calendar, on, step.after).date;
  const { row, state, lastSequence } = loaded;
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  const act = await completeAct(transaction, ids, step.act(day, state), newId);
  const texts = typeof step.texts === 'function' ? step.texts(day) : step.texts;
  const asOfDay = { ...loaded, rules: { ...loaded.rules, today: day } };
  const context = { now: () => morningOf(day), newId, box: secretBox };
  const actor = await actorOf(organ, step.by);
  const done = await actOnCase(transaction, asOfDay, { act, texts }, actor, context);
  if (!done.ok) throw new Error(`${organ.name} ${act.type} ${day}: ${JSON.stringify(done.error)}`);
  const next = {
    ...asOfDay,
    row: { ...row, version: row.version + 1 },
    state: done.value.state,
    lastSequence: lastSequence + 1,
  };
  return { loaded: next, on: day };
}

/** Does steps of a case that is there already, one after the other from a day on. */
export async function playSteps(
  stage: CaseStage,
  organ: OrganRow,
  { applicationId, on }: { readonly applicationId: string; readonly on: CivilDate },
  steps: readonly Step[],
): Promise<void> {
  const row = await lockCase(stage.transaction, { regionId: organ.region_id, applicationId });
  if (row === undefined) throw new Error('a case of the demonstration is not there');
  let running: Running = { loaded: await loadState(stage.transaction, row, morningOf(on)), on };
  for (const step of steps) running = await doStep(stage, organ, running, step);
}

/** @returns the id of the case */
async function playStory(stage: CaseStage, { story, place, organ, arrivedOn }: PlacedStory): Promise<string> {
  const { transaction, newId, secretBox, actorOf, at } = stage;
  const officer = await actorOf(organ, 'disclosureOfficer');
  const morning = morningOf(arrivedOn);
  const entered = morning < at ? morning : at;
  const { applicationId } = await insertApplication(
    transaction,
    organ,
    {
      channel: story.channel,
      isMisaddressed: false,
      sentOn: story.channel === 'ordinaryMail' ? arrivedOn : null,
      arrivedOn,
      receiptDate: story.isConfirmed ? arrivedOn : null,
      summary: null,
      form: formOf(place),
      isImported: false,
      registrationNumber: null,
      actor: officer.id,
    },
    { at: entered, newId, box: secretBox },
  );
  if (story.steps.length > 0) await playSteps(stage, organ, { applicationId, on: arrivedOn }, story.steps);
  return applicationId;
}

/** Without these no letter can be made: the 机关代字, and of the city's organs the court that the tree does not tell. */
async function loadLetterSettings(transaction: Transaction<Schema>, places: Places, at: Date): Promise<void> {
  const rows = CASE_ORGANS.flatMap((name) => {
    const { region_id, organ_id } = placeOf(places, name);
    const chosen = {
      'letter.numberWord': NUMBER_WORDS[name],
      ...(name.startsWith('zhaoshi/') && { 'remedy.court': CITY_COURT }),
    };
    return Object.entries(chosen).map(([key, value]) => ({
      region_id,
      organ_id,
      key,
      value: JSON.stringify(value),
      changed_at: at,
    }));
  });
  await transaction.insertInto('setting').values(rows).execute();
}

/** The stories in the order in which they came in: so the numbers of the registers follow the days. */
function placed(today: CivilDate, calendar: WorkingCalendar, places: Places): readonly PlacedStory[] {
  const usual = storiesOf(today).map((story, place): PlacedStory => {
    const { arrival } = story;
    const organ = placeOf(places, organOf(place));
    const arrivedOn =
      'on' in arrival ? arrival.on : workingDaysBefore(calendar, today, arrival.workingDaysAgo);
    return { story, contested: null, place, organ, arrivedOn };
  });
  const contested = CONTESTED_NAMES.map((name, index): PlacedStory => {
    const { organ, ago, steps } = CONTESTED[name];
    return {
      story: { channel: 'counter', isConfirmed: true, steps },
      contested: name,
      place: usual.length + index,
      organ: placeOf(places, organ),
      arrivedOn: addDays(today, -ago),
    };
  });
  return [...usual, ...contested].toSorted((a, b) =>
    a.arrivedOn === b.arrivedOn ? a.place - b.place : a.arrivedOn < b.arrivedOn ? -1 : 1,
  );
}

/** What the acts of cases are played with. */
export async function caseStage(
  transaction: Transaction<Schema>,
  places: Places,
  loading: Loading,
): Promise<CaseStage> {
  const { calendar } = await findCalendar(transaction, placeOf(places, CASE_ORGANS[0]).path);
  return { ...loading, transaction, calendar, actorOf: actors(transaction) };
}

/** The invented cases that were loaded. */
export interface LoadedCases {
  readonly count: number;
  /** Those that somebody contests, by name. */
  readonly contested: ReadonlyMap<ContestedName, ContestedCase>;
}

/**
 * Writes the invented applications, each through the acts that would have made it, on the days on which they would have
 * been done.
 *
 * @returns how many there are, and which of them are contested
 */
export async function loadCases(
  transaction: Transaction<Schema>,
  places: Places,
  loading: Loading,
): Promise<LoadedCases> {
  await loadLetterSettings(transaction, places, loading.at);
  const stage = await caseStage(transaction, places, loading);
  const stories = placed(civilDateAt(loading.at), stage.calendar, places);
  const contested = new Map<ContestedName, ContestedCase>();
  for (const story of stories) {
    const applicationId = await playStory(stage, story);
    if (story.contested === null) continue;
    contested.set(story.contested, { applicationId, applicant: formOf(story.place).applicant.name });
  }
  return { count: stories.length, contested };
}
