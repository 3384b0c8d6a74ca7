import { checkField, type FieldError, type FormValues, valueOf } from '@zhaoshi/domain/application/web-form';
import { ANSWER_FIELD, TICKET_FIELD } from '@zhaoshi/portal/applicant/question';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { SUBSCRIBE_FIELDS, subscribePage, subscriptionStepPage } from '@zhaoshi/portal/pages/subscribe';
import {
  HOME,
  organPath,
  SUBSCRIBE,
  SUBSCRIBE_CONFIRM,
  SUBSCRIBE_END,
  subscribePath,
} from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askHuman, isHumanAnswer } from '../../use-cases/applicants/human-check.ts';
import { newSessionToken } from '../../use-cases/identity/session-token.ts';
import { changeSubscription, subscribe } from '../../use-cases/voice/subscribe.ts';
import { type SubscriptionStep, subscriptionInLink } from '../../use-cases/voice/subscription-links.ts';
import { networkOf } from '../api/attempt-limits.ts';
import { voiceCookie, voiceTokenOf } from '../api/session-cookie.ts';
import { formIn } from '../applicant/form-body.ts';
import { type ApplicantTools, formToken, isOwnForm, show } from '../applicant/tools.ts';
import { findOrgan } from '../portal-pages-data.ts';

const BACK = { path: HOME, link: '返回首页' };
const NO_ORGAN = { title: '没有找到这个机关', words: ['地址可能写错了，或者该机关已经撤销。'], ...BACK };
const SENT = {
  title: '请到邮箱确认',
  words: [
    '已经向这个邮箱发出确认邮件，请在三天内点击其中的链接确认。没有收到的，请查看垃圾邮件，或者明天再试。',
  ],
  ...BACK,
};
const BAD_LINK = {
  title: '链接不能使用',
  words: ['链接不完整、已经过期，或者已经退订。需要的可以重新订阅。'],
  ...BACK,
};
const DONE = {
  confirm: { title: '订阅成功', words: ['有新公开的信息时，每日汇总一次发到您的邮箱。'], ...BACK },
  end: { title: '已经退订', words: ['不再发送邮件，邮箱地址已经删除。'], ...BACK },
} as const;

const say = (field: string, message: string): readonly FieldError[] => [{ field, message }];
const STALE = say('', '这一页已经过期，没有接收；填写的内容已保留，请再次提交。');
const WRONG_ANSWER = say(ANSWER_FIELD, '回答不对或者已经过期，请回答新的问题。');
const ADDRESS = /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/;

function checkForm(values: FormValues): readonly FieldError[] {
  const wrong = SUBSCRIBE_FIELDS.flatMap((field) => checkField(values, field));
  if (wrong.length > 0 || ADDRESS.test(valueOf(values, 'email'))) return wrong;
  return say('email', '电子邮箱的格式不对，请核对。');
}

async function organIn(tools: ApplicantTools, text: unknown) {
  const [, region = '', organ = '', more] = typeof text === 'string' ? text.split('/') : [];
  if (more !== undefined) return null;
  const row = await findOrgan(tools.portal.published, { region, organ });
  if (row === undefined || row.ended_on !== null) return null;
  const { region_id: regionId, organ_id: organId, path, name } = row;
  return { ids: { regionId, organId, path, name }, shown: { name, path: organPath(region, organ) } };
}

type FoundOrgan = NonNullable<Awaited<ReturnType<typeof organIn>>>;

async function receive(
  tools: ApplicantTools,
  request: FastifyRequest,
  { ids }: FoundOrgan,
  values: FormValues,
): Promise<readonly FieldError[]> {
  const { context } = tools;
  const token = voiceTokenOf(request.headers.cookie, tools.secure);
  if (token === null || !isOwnForm(tools, token, values)) return STALE;
  const wrong = checkForm(values);
  if (wrong.length > 0) return wrong;
  const answered = { ticket: values[TICKET_FIELD] ?? '', answer: values[ANSWER_FIELD] ?? '' };
  if (!(await isHumanAnswer(context, token, answered))) return WRONG_ANSWER;
  const done = await subscribe(context, {
    organ: ids,
    query: valueOf(values, 'query'),
    address: valueOf(values, 'email'),
    network: networkOf(request.ip),
  });
  return done.ok ? [] : say('', done.error.detail ?? '没有订阅成功，请再试一次。');
}

/** The token of the browser's form, with a new cookie where there is none. */
function tokenFor(tools: ApplicantTools, request: FastifyRequest, reply: FastifyReply): string {
  const known = voiceTokenOf(request.headers.cookie, tools.secure);
  if (known !== null) return known;
  const token = newSessionToken();
  reply.header('set-cookie', voiceCookie(token, tools.secure));
  return token;
}

interface Link {
  readonly id?: unknown;
  readonly sign?: unknown;
}

/** The page after a link of a mail, with its button. */
function stepRoutes(app: FastifyInstance, tools: ApplicantTools, step: SubscriptionStep, path: string): void {
  const badLink = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    show(tools, request, reply, { path: null, code: 404 }, (frame) => messagePage(frame, BAD_LINK));
  const ask = (
    request: FastifyRequest<{ Querystring: Link }>,
    reply: FastifyReply,
    errors: readonly FieldError[],
  ): Promise<FastifyReply> => {
    const token = tokenFor(tools, request, reply);
    const form = { values: {}, errors, token: formToken(tools, token) };
    return show(tools, request, reply, { path: null }, (frame) =>
      subscriptionStepPage(frame, step, form, request.url),
    );
  };
  app.get<{ Querystring: Link }>(path, (request, reply) =>
    subscriptionInLink(tools.context.services.secretBox, step, request.query) === null
      ? badLink(request, reply)
      : ask(request, reply, []),
  );
  app.post<{ Querystring: Link }>(path, async (request, reply) => {
    const id = subscriptionInLink(tools.context.services.secretBox, step, request.query);
    if (id === null) return await badLink(request, reply);
    const token = voiceTokenOf(request.headers.cookie, tools.secure);
    if (token === null || !isOwnForm(tools, token, formIn(request))) return await ask(request, reply, STALE);
    if (!(await changeSubscription(tools.context, step, id))) return await badLink(request, reply);
    return await show(tools, request, reply, { path: null }, (frame) => messagePage(frame, DONE[step]));
  });
}

/** 订阅 by mail: asked for with a form, confirmed and ended by the links in the mails. */
export function subscribeRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  interface Query {
    readonly organ?: unknown;
  }

  const showForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    { shown }: FoundOrgan,
    given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  ): Promise<FastifyReply> => {
    const token = tokenFor(tools, request, reply);
    const form = { ...given, token: formToken(tools, token) };
    const question = askHuman(tools.context, token);
    const code = given.errors.length === 0 ? 200 : 422;
    return show(tools, request, reply, { path: subscribePath(shown.path), code }, (frame) =>
      subscribePage(frame, shown, form, question),
    );
  };
  const noOrgan = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    show(tools, request, reply, { path: null, code: 404 }, (frame) => messagePage(frame, NO_ORGAN));

  app.get<{ Querystring: Query }>(SUBSCRIBE, async (request, reply) => {
    const organ = await organIn(tools, request.query.organ);
    if (organ === null) return await noOrgan(request, reply);
    return await showForm(request, reply, organ, { values: {}, errors: [] });
  });
  app.post<{ Querystring: Query }>(SUBSCRIBE, async (request, reply) => {
    const organ = await organIn(tools, request.query.organ);
    if (organ === null) return await noOrgan(request, reply);
    const values = formIn(request);
    const errors = await receive(tools, request, organ, values);
    if (errors.length > 0) return await showForm(request, reply, organ, { values, errors });
    return await show(tools, request, reply, { path: null }, (frame) => messagePage(frame, SENT));
  });
  stepRoutes(app, tools, 'confirm', SUBSCRIBE_CONFIRM);
  stepRoutes(app, tools, 'end', SUBSCRIBE_END);
}
