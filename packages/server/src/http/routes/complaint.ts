import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { COMPLAINT_PHOTOS, checkComplaint, complaintOf } from '@zhaoshi/domain/oversight/complaint-form';
import { ANSWER_FIELD, TICKET_FIELD } from '@zhaoshi/portal/applicant/question';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import type { ComplaintSubject } from '@zhaoshi/portal/complaint-views';
import {
  complaintChoosePage,
  complaintFormPage,
  complaintReceiptPage,
  complaintVillagesPage,
} from '@zhaoshi/portal/pages/complaint';
import { COMPLAINT, complaintPath, HOME } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askHuman, rightAnswerOf } from '../../use-cases/applicants/human-check.ts';
import { type TakenPhoto, takePhoto } from '../../use-cases/complaints/complaint-photos.ts';
import type { ComplaintReceipt } from '../../use-cases/complaints/complaint-receipt.ts';
import { sendComplaint } from '../../use-cases/complaints/send-complaint.ts';
import { voiceTokenOf } from '../api/session-cookie.ts';
import { readComplaint, type SentComplaint } from '../applicant/complaint-form-parts.ts';
import {
  type ComplaintTarget,
  complaintChoice,
  complaintVillages,
  findComplaintTarget,
} from '../applicant/complaint-target.ts';
import { createDailyCount } from '../applicant/daily-count.ts';
import { formCookie } from '../applicant/form-cookie.ts';
import { type ApplicantTools, formToken, isOwnForm, show } from '../applicant/tools.ts';
import { createFairGate } from '../fair-gate.ts';

interface Query {
  readonly unit?: unknown;
  readonly region?: unknown;
  readonly villages?: unknown;
}

type ComplaintRequest = FastifyRequest<{ Querystring: Query }>;

const NOBODY = {
  title: '不能在这里投诉这个单位',
  words: ['没有这个单位，或者它的上一级机关没有使用本平台。请直接向它的上一级机关投诉（条例第五十一条）。'],
  path: HOME,
  link: '返回首页',
};

const say = (field: string, message: string): readonly FieldError[] => [{ field, message }];
const STALE = say('', '这一页已经过期，没有接收；填写的内容已保留，请再次提交。');
const WRONG_ANSWER = say(ANSWER_FIELD, '回答不对或者已经过期，请回答新的问题。');

/** As many forms, with what they hold in memory, at once. */
const LIMITS = { atOnce: 6, perAsker: 3, waiting: 200, waitingPerAsker: 40 };
const BUSY = say('', '同时提交的人较多，这一次没有接收。请返回上一页，稍后再提交。');

/** From one network in a day. */
const MOST_DAILY = 20;
const TOO_MANY = say(
  '',
  `今天从这个网络地址提交的投诉已有${MOST_DAILY}件，这一件没有接收，填写的内容保留。请明天再提交，或者打电话投诉。`,
);

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

async function showForm(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { subject }: ComplaintTarget,
  given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
): Promise<FastifyReply> {
  const token = formCookie(tools, request, reply);
  const form = { ...given, token: formToken(tools, token) };
  const question = askHuman(tools.context, token);
  const code = given.errors.length === 0 ? 200 : 422;
  return await show(tools, request, reply, { path: complaintPath(subject.path), code }, (frame) =>
    complaintFormPage(frame, subject, form, question),
  );
}

/** What only this browser and a person have: the nonce of the form; or what is wrong with the fields. */
function nonceOf(
  tools: ApplicantTools,
  request: FastifyRequest,
  { kinds }: ComplaintSubject,
  values: FormValues,
): string | readonly FieldError[] {
  const token = voiceTokenOf(request.headers.cookie, tools.secure);
  if (token === null || !isOwnForm(tools, token, values)) return STALE;
  const wrong = checkComplaint(values, kinds);
  if (wrong.length > 0) return wrong;
  const answered = { ticket: values[TICKET_FIELD] ?? '', answer: values[ANSWER_FIELD] ?? '' };
  return rightAnswerOf(tools.context, token, answered) ?? WRONG_ANSWER;
}

/** Takes photos in, all of them or none. */
async function takePhotos(
  { context }: ApplicantTools,
  photos: readonly Buffer[],
): Promise<Result<readonly TakenPhoto[], string>> {
  const taken: TakenPhoto[] = [];
  for (const [index, photo] of photos.entries()) {
    const one = await takePhoto(context.services.files, photo);
    if (!one.ok) return err(`第${index + 1}张照片：${one.error}填写的内容保留，照片请重新选择。`);
    taken.push(one.value);
  }
  return ok(taken);
}

/** Takes the form in: the receipt, or what is wrong with it. */
async function receive(
  tools: ApplicantTools,
  request: FastifyRequest,
  { unit, handler, subject }: ComplaintTarget,
  { values, photos, errors }: SentComplaint,
  isFew: (request: FastifyRequest) => Promise<boolean>,
): Promise<ComplaintReceipt | readonly FieldError[]> {
  const content = complaintOf(values, subject.kinds);
  const nonce = nonceOf(tools, request, subject, values);
  if (errors.length > 0) return errors;
  if (content === null || typeof nonce !== 'string') return typeof nonce === 'string' ? STALE : nonce;
  if (!(await isFew(request))) return TOO_MANY;
  const taken = await takePhotos(tools, photos);
  if (!taken.ok) return say(COMPLAINT_PHOTOS, taken.error);
  const about = { unit, handler, handlerPath: handler.path };
  const sent = await sendComplaint(tools.context, { ...about, content, photos: taken.value, nonce });
  return sent.ok ? sent.value : say('', sent.error.detail ?? '没有提交成功，请再试一次。');
}

/**
 * 投诉箱: whom it is about, the form, and the receipt in the very answer to the form, so that nothing has to be kept for a
 * second page. Works without a script.
 */
export function complaintRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const isFew = createDailyCount(app, 'complaint', MOST_DAILY);
  const gate = createFairGate(LIMITS);

  const nobody = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    await show(tools, request, reply, { path: null, code: 404 }, (frame) => messagePage(frame, NOBODY));

  const withTarget = async (
    request: ComplaintRequest,
    reply: FastifyReply,
    answer: (target: ComplaintTarget) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const target = await findComplaintTarget(tools, textIn(request.query.unit));
    return target === null ? await nobody(request, reply) : await answer(target);
  };

  app.get<{ Querystring: Query }>(COMPLAINT, async (request, reply) => {
    if (request.query.villages !== undefined) {
      const villages = await complaintVillages(tools, textIn(request.query.villages));
      if (villages === null) return await nobody(request, reply);
      return await show(tools, request, reply, { path: COMPLAINT }, (frame) =>
        complaintVillagesPage(frame, villages),
      );
    }
    if (request.query.unit === undefined) {
      const choice = await complaintChoice(tools, textIn(request.query.region));
      return await show(tools, request, reply, { path: COMPLAINT }, (frame) =>
        complaintChoosePage(frame, choice),
      );
    }
    return await withTarget(request, reply, (target) =>
      showForm(tools, request, reply, target, { values: {}, errors: [] }),
    );
  });

  app.post<{ Querystring: Query }>(COMPLAINT, (request, reply) =>
    withTarget(request, reply, async (target) => {
      const check = (values: FormValues): readonly FieldError[] => {
        const nonce = nonceOf(tools, request, target.subject, values);
        return typeof nonce === 'string' ? [] : nonce;
      };
      const received = await gate.run(request.ip, async () => {
        const form = await readComplaint(request, reply, check);
        return { values: form.values, result: await receive(tools, request, target, form, isFew) };
      });
      const { values, result } = received ?? { values: {}, result: BUSY };
      if (!('code' in result))
        return await showForm(tools, request, reply, target, { values, errors: result });
      const receipt = {
        handlerName: target.handler.name,
        number: result.number,
        code: result.code,
        isNamed: complaintOf(values, target.subject.kinds)?.complainant !== null,
      };
      return await show(tools, request, reply, { path: null }, (frame) =>
        complaintReceiptPage(frame, receipt),
      );
    }),
  );
}
