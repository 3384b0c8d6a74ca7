import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { findCase } from '../../db/queries/application-case.ts';
import type { DisputeIds } from '../../db/queries/disputes.ts';
import { addStage, editStage } from '../disputes/change-stages.ts';
import { contestedOfApplication } from '../disputes/contested-of-application.ts';
import { addDisputeFile } from '../disputes/dispute-files.ts';
import { type DisputeFields, enterDispute } from '../disputes/enter-dispute.ts';
import { recordLoss } from '../disputes/record-loss.ts';
import { uploadFile } from '../files/upload-file.ts';
import { reopen, replyByHand } from './case-steps.ts';
import type { ContestedCase, ContestedName } from './contested-stories.ts';
import { type DisputePaper, type DisputeStory, disputeStories, PAPER_FILES } from './dispute-stories.ts';
import { caseStage, type LoadedCases, playSteps } from './load-cases.ts';
import { placeOf } from './load-tree.ts';
import { MARK } from './people.ts';
import { done, type Hand, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';

const PAPERS = join(import.meta.dirname, '../../../demo/disputes');

type Contested = LoadedCases['contested'];

/** A dispute in the middle of its story, with its version, which everything that is entered raises. */
interface Running {
  readonly stage: Stage;
  readonly story: DisputeStory;
  readonly ids: DisputeIds;
  readonly version: { now: number };
}

const clerkOf = (organ: string): Hand => ({
  organ,
  role: 'disclosureOfficer',
  permission: 'dispute.write',
});

function caseOf(contested: Contested, name: ContestedName): ContestedCase {
  const found = contested.get(name);
  if (found === undefined) throw new Error(`no contested case ${name} in the demonstration`);
  return found;
}

const known = (day: CivilDate | null, today: CivilDate): CivilDate | null =>
  day !== null && day <= today ? day : null;

/** What the organ knew of a stage on a day: of how it ended only when the paper had come. */
function knownBy(stage: RegisteredStage, today: CivilDate): RegisteredStage {
  const isTold = known(stage.decisionReceivedOn ?? stage.decidedOn, today) !== null;
  return {
    ...stage,
    answeredOn: known(stage.answeredOn, today),
    ...(!isTold && { result: null, decidedOn: null, decisionReceivedOn: null, ordersReply: false }),
    decisionServedOn: isTold ? known(stage.decisionServedOn, today) : null,
    effectiveOn: known(stage.effectiveOn, today),
    performedOn: known(stage.performedOn, today),
    opinionOn: known(stage.opinionOn, today),
    reportedOn: known(stage.reportedOn, today),
  };
}

/** When a stage was entered: when the organ was called upon to answer. */
function enteredOn({ servedOn, acceptedOn }: RegisteredStage): CivilDate {
  const on = servedOn ?? acceptedOn;
  if (on === null) throw new Error('a stage of the demonstration has no beginning');
  return on;
}

/** The days on which something of a stage was entered after its beginning. */
function editedOn(stage: RegisteredStage): readonly CivilDate[] {
  const { answeredOn, decisionReceivedOn, decidedOn, decisionServedOn } = stage;
  const told = decisionReceivedOn ?? decidedOn;
  const days = [answeredOn, told, decisionServedOn, stage.effectiveOn, stage.performedOn, stage.opinionOn];
  const later = [...days, stage.reportedOn].flatMap((day) => day ?? []);
  return [...new Set(later)].filter((day) => day > enteredOn(stage)).toSorted();
}

/** The facts of a dispute, of an application as its file tells them on the day. */
async function factsOf(
  stage: Stage,
  { organ, kind, role, about }: DisputeStory,
  contested: Contested,
  { precedingId, moment }: { readonly precedingId: string | null; readonly moment: Date },
): Promise<DisputeFields> {
  const facts = { kind, role, isPerson: true, note: '', precedingId, indexNumber: null, isUntold: false };
  if (typeof about !== 'string') {
    const { act, party } = about;
    const none = { actOn: null, knownOn: null, registrationNumber: null };
    return { ...facts, ...none, act, party: `${party}${MARK}` };
  }
  const { applicationId, applicant } = caseOf(contested, about);
  const row = await findCase(stage.transaction, { ...idsOf(stage, organ), applicationId });
  if (row === undefined) throw new Error('a contested case of the demonstration is not there');
  const { act, actOn, knownOn } = await contestedOfApplication(stage.transaction, row, moment);
  const isPerson = row.applicant_kind === 'naturalPerson';
  const registrationNumber = row.registration_number;
  return { ...facts, isPerson, act, actOn, knownOn, party: applicant, registrationNumber };
}

const handOn = async ({ stage, story, version }: Running, day: CivilDate) => {
  const hand = await handOf(stage, clerkOf(story.organ), morningOf(stage, day), version.now);
  version.now += 1;
  return hand;
};

/** Something that somebody did with a dispute on a day. */
interface Happening {
  readonly on: CivilDate;
  readonly play: () => Promise<void>;
}

/** What was entered of a stage: that it began, where it is not the first, and each thing that came of it. */
function stageHappenings(running: Running, one: RegisteredStage, index: number): readonly Happening[] {
  const { ids } = running;
  const entered = enteredOn(one);
  const begin = async (): Promise<void> => {
    done(await addStage(await handOn(running, entered), ids, knownBy(one, entered)));
  };
  const edits = editedOn(one).map((on) => ({
    on,
    play: async () => {
      const after = { ...knownBy(one, on), reason: '' };
      done(await editStage(await handOn(running, on), { ...ids, sequence: index + 1 }, after));
    },
  }));
  return index === 0 ? edits : [{ on: entered, play: begin }, ...edits];
}

/** Enters a paper; where there is no storage, or no room in it, none. */
async function keepPaper({ stage, story, ids }: Running, paper: DisputePaper): Promise<void> {
  const { files, secretBox } = stage;
  if (files === null) return;
  const { on, kind, number, counterpart } = paper;
  const hand = await handOf(stage, clerkOf(story.organ), morningOf(stage, on));
  const { file, name } = PAPER_FILES[kind];
  const upload = { name, stream: Readable.from([await readFile(join(PAPERS, file))]) };
  const context = { ...hand, services: { secretBox, files } };
  const stored = await uploadFile(context, { ...idsOf(stage, story.organ), upload, isSealed: true });
  // As with the photos of boards, invented papers are no reason not to start.
  if (!stored.ok && stored.error.code === 'unavailable') return;
  const { file_id: fileId } = done(stored);
  done(await addDisputeFile(hand, { ...ids, fileId, kind, datedOn: on, number, counterpart }));
}

/** Answers the application as was ordered; one that had an answer is taken up again for it. */
async function answerAnew(
  { stage, story: { organ } }: Running,
  { from, document, outcome }: NonNullable<DisputeStory['newReply']>,
  applicationId: string,
): Promise<void> {
  const steps = [...(document === null ? [] : [reopen(document)]), ...replyByHand(2, outcome)];
  const cases = await caseStage(stage.transaction, stage.places, stage);
  await playSteps(cases, placeOf(stage.places, organ), { applicationId, on: from }, steps);
}

/** Everything that was done after a dispute was entered, day by day. */
function happeningsOf(running: Running, contested: Contested): readonly Happening[] {
  const { about, stages, papers, loss, newReply } = running.story;
  const happenings = stages.flatMap((one, index) => stageHappenings(running, one, index));
  for (const paper of papers) {
    happenings.push({ on: paper.on, play: async () => await keepPaper(running, paper) });
  }
  if (loss !== null) {
    const { on, ...why } = loss;
    const play = async (): Promise<void> => {
      done(await recordLoss(await handOn(running, on), running.ids, why));
    };
    happenings.push({ on, play });
  }
  if (newReply !== null && typeof about === 'string') {
    const { applicationId } = caseOf(contested, about);
    const play = async () => await answerAnew(running, newReply, applicationId);
    happenings.push({ on: newReply.from, play });
  }
  return happenings.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

async function playDispute(
  stage: Stage,
  story: DisputeStory,
  contested: Contested,
  precedingId: string | null,
): Promise<string> {
  const [first] = story.stages;
  if (first === undefined) throw new Error('a dispute of the demonstration has no stage');
  const entered = enteredOn(first);
  const moment = morningOf(stage, entered);
  const hand = await handOf(stage, clerkOf(story.organ), moment);
  const organ = idsOf(stage, story.organ);
  const facts = await factsOf(stage, story, contested, { precedingId, moment });
  const { disputeId } = done(await enterDispute(hand, organ, { ...facts, stage: knownBy(first, entered) }));
  const running = { stage, story, ids: { regionId: organ.regionId, disputeId }, version: { now: 1 } };
  for (const { play } of happeningsOf(running, contested)) await play();
  return disputeId;
}

/**
 * Writes the invented reconsiderations and suits, each through what the clerk would have entered on its days, about
 * applications that are there.
 *
 * @returns how many there are
 */
export async function loadDisputes(stage: Stage, contested: Contested): Promise<number> {
  const stories = disputeStories(todayOf(stage));
  const reconsiderations = new Map<DisputeStory['about'], string>();
  for (const story of stories) {
    const preceding = story.follows ? (reconsiderations.get(story.about) ?? null) : null;
    const disputeId = await playDispute(stage, story, contested, preceding);
    if (story.kind === 'reconsideration') reconsiderations.set(story.about, disputeId);
  }
  return stories.length;
}
