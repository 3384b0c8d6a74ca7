import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import type { SurveyMode, SurveyQuestion, SurveyStatus } from '@zhaoshi/domain/survey/survey';
import { emptyBox, type SurveyBox } from '@zhaoshi/domain/survey/survey-box';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { once } from './document-desk.ts';
import type { AreaSamples } from './route-sample.ts';

export const QUESTIONS: SurveyQuestion[] = [
  { kind: 'single', question: '您从哪里看到公开的信息？', options: ['网站', '公示栏'] },
  { kind: 'multiple', question: '您希望多公开什么？', options: ['财政', '村务', '办事'] },
  { kind: 'rating', question: '总体满意程度', options: [] },
  { kind: 'text', question: '意见建议', options: [] },
];

interface PlantedSurvey {
  readonly status?: SurveyStatus;
  readonly mode?: SurveyMode;
  readonly answers?: SurveyBox;
}

/** A survey of November and December 2026, by default one that is running. */
export async function plantSurvey(world: World, organ: WorldOrgan, given: PlantedSurvey = {}) {
  const { server, context } = world.database;
  const surveyId = randomUUID();
  const key = { region_id: organ.regionId, survey_id: surveyId };
  const status = given.status ?? 'open';
  await server
    .insertInto('survey')
    .values({
      ...key,
      organ_id: organ.organId,
      title: '2026年政府信息公开社会评议',
      intro: '请谈谈您的看法。',
      mode: given.mode ?? 'open',
      opens_on: '2026-11-01',
      closes_on: '2026-12-31',
      questions: JSON.stringify(QUESTIONS),
      status,
      entered_at: context.now(),
      published_at: status === 'published' ? context.now() : null,
    })
    .execute();
  const answers = JSON.stringify(given.answers ?? emptyBox(QUESTIONS));
  await server
    .insertInto('survey_box')
    .values({ ...key, issued: 0, unused_codes: '[]', answers })
    .execute();
  return { regionId: organ.regionId, surveyId };
}

/** What five and more people made of it. */
export const FULL_BOX: SurveyBox = {
  sheets: 6,
  paper: 2,
  counts: [[4, 2], [1, 6, 3], [0, 0, 1, 2, 3], []],
  texts: [[], [], [], ['公示栏换得勤一些', '网站字大一些']],
};

export const sentSurvey = () => ({
  title: '2026年社会评议',
  intro: '',
  mode: 'open' as const,
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  questions: structuredClone(QUESTIONS) as never,
});

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const seen = { 'if-match': '"1"' };
const readSurvey = once((world, organ) => plantSurvey(world, organ));

export const SURVEY_SAMPLES: AreaSamples<typeof surveyRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readSurvey(world, organ) } }),
  },
  create: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), body: sentSurvey() } }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantSurvey(world, organ, { status: 'draft' }), body: sentSurvey() },
      headers: seen,
    }),
  },
  act: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantSurvey(world, organ), body: { type: 'close' } },
      headers: seen,
    }),
  },
  issueCodes: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantSurvey(world, organ, { mode: 'invited' }), body: { count: 3 } },
      headers: seen,
    }),
  },
  enterPaper: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await readSurvey(world, organ), body: { answers: [[0], [0, 2], [4], '很好'] } },
    }),
  },
};

/** The sample's call about a survey whose state forbids it. */
const inState =
  (status: SurveyStatus): Provoke =>
  async ({ usual }, subject) => {
    const { home } = await someoneWhoMay(usual, subject);
    const params = await plantSurvey(usual, home, { status, mode: 'invited' });
    return await callWith(usual, subject, { request: { params } });
  };

export const SURVEY_PROBLEMS: Readonly<Record<string, Partial<Record<ProblemCode, Provoke>>>> = {
  'surveys.edit': { 'state-refuses': inState('open') },
  'surveys.act': { 'state-refuses': inState('closed') },
  'surveys.issueCodes': { 'state-refuses': inState('closed') },
  'surveys.enterPaper': { 'state-refuses': inState('draft') },
};
