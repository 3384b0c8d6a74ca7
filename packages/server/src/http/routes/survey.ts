import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import { chineseDate, chineseSpan } from '@zhaoshi/domain/kernel/chinese-date';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { SURVEY_STATUSES, type SurveyQuestion, takesAnswers } from '@zhaoshi/domain/survey/survey';
import {
  type SurveyAnswer,
  sheetFaults,
  surveyResults,
  TOO_FEW_IN_PUBLIC,
} from '@zhaoshi/domain/survey/survey-box';
import { ANSWER_FIELD, TICKET_FIELD } from '@zhaoshi/portal/applicant/question';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import {
  CODE_FIELD,
  questionFieldName,
  surveyFormPage,
  surveyListPage,
  surveyNoticePage,
  surveyThanksPage,
} from '@zhaoshi/portal/pages/survey';
import { HOME, SURVEY, surveyPath } from '@zhaoshi/portal/paths';
import type { SurveyNotice } from '@zhaoshi/portal/survey-views';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findPublicResult,
  findPublicSurvey,
  listPublicSurveys,
  type PublicSurveyRow,
} from '../../db/queries/published-surveys.ts';
import { askHuman, QUESTION_LIFE_MS, rightAnswerOf } from '../../use-cases/applicants/human-check.ts';
import { surveyCodeHash } from '../../use-cases/surveys/survey-codes.ts';
import { takeSheet } from '../../use-cases/surveys/take-sheet.ts';
import { voiceTokenOf } from '../api/session-cookie.ts';
import { createDailyCount } from '../applicant/daily-count.ts';
import { formIn } from '../applicant/form-body.ts';
import { formCookie } from '../applicant/form-cookie.ts';
import { type ApplicantTools, formToken, isOwnForm, show } from '../applicant/tools.ts';

interface Params {
  readonly region: string;
  readonly survey: string;
}

type SurveyRequest = FastifyRequest<{ Params: Params }>;

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const NONE = {
  title: '没有这项评议',
  words: ['没有这项社会评议，或者还没有开始。'],
  path: HOME,
  link: '返回首页',
};

const say = (field: string, message: string): readonly FieldError[] => [{ field, message }];
const STALE = say('', '这一页已经过期，没有接收；填写的内容已保留，请再次提交。');
const WRONG_ANSWER = say(ANSWER_FIELD, '回答不对或者已经过期，请回答新的问题。');

/** From one network in a day: a household, a village’s one connection. Our own choice. */
const MOST_DAILY = 10;
const TOO_MANY = say(
  '',
  `今天从这个网络地址提交的答卷已有${MOST_DAILY}份，这一份没有接收，填写的内容保留。请明天再提交，或者填写纸质答卷。`,
);

/** Forms that were taken in, in the memory of this process: one that is sent twice counts once. */
function createTakenForms(now: () => Date): {
  readonly has: (nonce: string) => boolean;
  readonly add: (nonce: string) => void;
  readonly remove: (nonce: string) => void;
} {
  const taken = new Map<string, number>();
  return {
    has: (nonce) => taken.has(nonce),
    remove: (nonce) => {
      taken.delete(nonce);
    },
    add: (nonce) => {
      const at = now().getTime();
      for (const [known, until] of taken) {
        if (until > at) break;
        taken.delete(known);
      }
      taken.set(nonce, at + QUESTION_LIFE_MS);
    },
  };
}

function answerIn({ kind, options }: SurveyQuestion, index: number, values: FormValues): SurveyAnswer {
  const typed = values[questionFieldName(index)] ?? '';
  if (kind === 'text') return typed;
  if (kind === 'multiple') {
    return options.flatMap((_, place) => (values[questionFieldName(index, place)] === 'yes' ? [place] : []));
  }
  return /^\d{1,2}$/.test(typed) ? [Number(typed)] : [];
}

/** The field of the form that an error of the use case is about. */
const fieldOf = (pointer: string): string => {
  const place = /^\/answers\/(\d+)$/.exec(pointer)?.[1];
  return place === undefined ? CODE_FIELD : questionFieldName(Number(place));
};

const datesOf = ({ opens_on, closes_on }: PublicSurveyRow) => ({
  // Stored civil dates.
  opensOn: opens_on as CivilDate,
  closesOn: closes_on as CivilDate,
});

const isToCome = (row: PublicSurveyRow, today: CivilDate): boolean =>
  row.status === 'open' && today < datesOf(row).opensOn;

/** Ended before its first day: it is not still to begin. */
const neverRan = ({ status, opens_on, ended_on }: PublicSurveyRow, today: CivilDate): boolean =>
  status === 'closed' && ended_on === null && today < opens_on;

/** From its first day to the day on which it really ended. */
const periodOf = ({ opens_on, closes_on, ended_on }: PublicSurveyRow): string =>
  chineseSpan(opens_on, ended_on ?? closes_on);

async function noticeOf(
  { portal }: ApplicantTools,
  row: PublicSurveyRow,
  today: CivilDate,
): Promise<SurveyNotice> {
  const { title, organ_name: organName, response, questions } = row;
  const told = row.status === 'published' ? await findPublicResult(portal.published, row) : undefined;
  const box = told && { ...told, texts: questions.map(() => []) };
  const words =
    box !== undefined
      ? `${periodOf(row)}进行，结果如下。`
      : isToCome(row, today)
        ? `${chineseDate(row.opens_on)}开始。`
        : neverRan(row, today)
          ? '没有进行，已经取消。'
          : `已经结束（${periodOf(row)}）${row.has_too_few ? `。${TOO_FEW_IN_PUBLIC}` : '，结果还没有公布。'}`;
  const counted = box === undefined ? null : surveyResults(questions, box);
  const result =
    box === undefined || counted === null
      ? null
      : { sheets: box.sheets, paper: box.paper, questions: counted, response };
  return { title, organName, words, result };
}

/** 社会评议 on the portal: the surveys, the form, and the result. Works without a script. */
export function surveyRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const isFew = createDailyCount(app, 'survey', MOST_DAILY);
  const { context, portal } = tools;
  const taken = createTakenForms(context.now);
  const today = (): CivilDate => civilDateAt(context.now());

  const withSurvey = async (
    request: SurveyRequest,
    reply: FastifyReply,
    answer: (row: PublicSurveyRow) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const { region, survey: surveyId } = request.params;
    const row = ID.test(surveyId)
      ? await findPublicSurvey(portal.published, { region, surveyId })
      : undefined;
    if (row === undefined) {
      return await show(tools, request, reply, { path: null, code: 404 }, (frame) =>
        messagePage(frame, NONE),
      );
    }
    if (takesAnswers({ ...row, ...datesOf(row) }, today())) return await answer(row);
    const notice = await noticeOf(tools, row, today());
    const path = surveyPath(region, surveyId);
    return await show(tools, request, reply, { path }, (frame) => surveyNoticePage(frame, notice));
  };

  const showForm = async (
    request: SurveyRequest,
    reply: FastifyReply,
    row: PublicSurveyRow,
    given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  ): Promise<FastifyReply> => {
    const token = formCookie(tools, request, reply);
    const path = surveyPath(row.region_slug, row.survey_id);
    const survey = { ...row, organName: row.organ_name, path, closesOn: chineseDate(row.closes_on) };
    const code = given.errors.length === 0 ? 200 : 422;
    const question = askHuman(context, token);
    return await show(tools, request, reply, { path, code }, (frame) =>
      surveyFormPage(frame, survey, { ...given, token: formToken(tools, token) }, question),
    );
  };

  /** Takes the form in; what is wrong with it. */
  const receive = async (
    request: SurveyRequest,
    row: PublicSurveyRow,
    values: FormValues,
  ): Promise<readonly FieldError[]> => {
    const token = voiceTokenOf(request.headers.cookie, tools.secure);
    if (token === null || !isOwnForm(tools, token, values)) return STALE;
    const answered = { ticket: values[TICKET_FIELD] ?? '', answer: values[ANSWER_FIELD] ?? '' };
    const nonce = rightAnswerOf(context, token, answered);
    if (nonce === null) return WRONG_ANSWER;
    const answers = row.questions.map((question, index) => answerIn(question, index, values));
    const faults = sheetFaults(row.questions, answers, false);
    if (faults.length > 0)
      return faults.map(({ pointer, message }) => ({ field: fieldOf(pointer), message }));
    const ids = { regionId: row.region_id, surveyId: row.survey_id };
    const code = (values[CODE_FIELD] ?? '').slice(0, 40);
    // Where there are codes, the next person of a household may go back and type their own.
    const sent =
      row.mode === 'open' ? nonce : `${nonce} ${surveyCodeHash(context.services.secretBox, ids, code)}`;
    if (taken.has(sent)) return [];
    // Before anything is waited for: pressed twice it is one form.
    taken.add(sent);
    if (row.mode === 'open' && !(await isFew(request))) {
      taken.remove(sent);
      return TOO_MANY;
    }
    const kept = await takeSheet(context, ids, { code, answers });
    if (kept.ok) return [];
    taken.remove(sent);
    const { errors, detail } = kept.error;
    return errors === undefined
      ? say('', detail ?? '没有提交成功，请再试一次。')
      : errors.map(({ pointer, message }) => ({ field: fieldOf(pointer), message }));
  };

  app.get(SURVEY, async (request, reply) => {
    const rows = await listPublicSurveys(portal.published);
    const listed = rows.map((row) => ({
      title: row.title,
      organName: row.organ_name,
      path: surveyPath(row.region_slug, row.survey_id),
      period: periodOf(row),
      state: takesAnswers({ ...row, ...datesOf(row) }, today())
        ? '进行中'
        : row.status === 'published'
          ? SURVEY_STATUSES.published
          : isToCome(row, today())
            ? '还没有开始'
            : '已结束',
    }));
    return await show(tools, request, reply, { path: SURVEY }, (frame) => surveyListPage(frame, listed));
  });

  app.get<{ Params: Params }>(`${SURVEY}/:region/:survey`, (request, reply) =>
    withSurvey(request, reply, (row) => showForm(request, reply, row, { values: {}, errors: [] })),
  );

  app.post<{ Params: Params }>(`${SURVEY}/:region/:survey`, (request, reply) =>
    withSurvey(request, reply, async (row) => {
      const values = formIn(request);
      const errors = await receive(request, row, values);
      if (errors.length > 0) return await showForm(request, reply, row, { values, errors });
      return await show(tools, request, reply, { path: null }, (frame) => surveyThanksPage(frame, row));
    }),
  );
}
