import type { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { surveyResults } from '@zhaoshi/domain/survey/survey-box';
import { pageOf } from '../../db/page.ts';
import {
  findSurvey,
  type ListedSurvey,
  listSurveys,
  type SurveyIds,
  type SurveyRow,
  surveyKey,
} from '../../db/queries/surveys.ts';
import { actOnSurvey } from '../../use-cases/surveys/act-on-survey.ts';
import { issueCodes } from '../../use-cases/surveys/survey-codes.ts';
import { enterPaper } from '../../use-cases/surveys/take-sheet.ts';
import { createSurvey, editSurvey } from '../../use-cases/surveys/write-survey.ts';
import { type Handlers, presentStale, type ReadContext, shownAfter } from './handler.ts';

const presentRow = (row: ListedSurvey) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  surveyId: row.survey_id,
  organName: row.organ_name,
  title: row.title,
  mode: row.mode,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  endedOn: row.ended_on,
  status: row.status,
  sheets: row.sheets,
});

/** Shown once nobody can add to it: whoever looked while people answer would see what each of them adds. */
const resultsOf = ({ status, questions, answers }: SurveyRow) => {
  if (status !== 'closed' && status !== 'published') return null;
  const results = surveyResults(questions, answers);
  return (
    results?.map(({ question, choices, average, texts }) => ({
      question,
      choices: choices.map((choice) => ({ ...choice })),
      average,
      texts: [...texts],
    })) ?? null
  );
};

async function shown({ database, reaches, abilities }: ReadContext, ids: SurveyIds) {
  const row = await findSurvey(database, ids);
  if (row === undefined || !reaches(row.path)) return undefined;
  return {
    ...presentRow(row),
    intro: row.intro,
    questions: row.questions.map(({ kind, question, options }) => ({
      kind,
      question,
      options: [...options],
    })),
    response: row.response,
    paper: row.answers.paper,
    codes: { issued: row.issued, unused: row.unused_codes.length },
    results: resultsOf(row),
    version: row.version,
    abilities: abilities(row.path),
  };
}

// The contract has checked that these texts are days.
const dated = <T extends { readonly opensOn: string; readonly closesOn: string }>(sent: T) => ({
  ...sent,
  opensOn: sent.opensOn as CivilDate,
  closesOn: sent.closesOn as CivilDate,
});

export const surveyHandlers: Handlers<typeof surveyRoutes> = {
  list: async ({ database, caller, permission }, { query }) => {
    const rows = await listSurveys(database, caller.actor, permission, query);
    return ok(pageOf(rows, query.limit, surveyKey, presentRow));
  },
  read: async (context, { params }) => {
    const found = await shown(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  create: (context, { params, body }) => createSurvey(context, params, dated(body)),
  edit: async (context, { params, body }) =>
    shownAfter(await editSurvey(context, params, dated(body)), await shown(context, params)),
  act: async (context, { params, body }) =>
    shownAfter(await actOnSurvey(context, params, body), await shown(context, params)),
  issueCodes: async (context, { params, body }) => {
    const done = await issueCodes(context, params, body.count);
    if (done.ok) return done;
    const now = await shown(context, params);
    return now === undefined ? done : presentStale(done, () => now);
  },
  enterPaper: (context, { params, body }) => enterPaper(context, params, body.answers),
};
