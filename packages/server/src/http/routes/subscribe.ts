import { checkField, type FieldError, type FormValues, valueOf } from '@zhaoshi/domain/application/web-form';
import { askQuestion, isLongEnough } from '@zhaoshi/domain/search/question';
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
  subscribeSearchPath,
} from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listByName } from '../../db/queries/document-list-names.ts';
import { publishedGovernment } from '../../db/queries/published.ts';
import { askHuman, isHumanAnswer } from '../../use-cases/applicants/human-check.ts';
import { newSessionToken } from '../../use-cases/identity/session-token.ts';
import { changeSubscription, subscribe } from '../../use-cases/subscriptions/subscribe.ts';
import {
  type SubscriptionStep,
  subscriptionInLink,
} from '../../use-cases/subscriptions/subscription-links.ts';
import {
  type SubscriptionTarget,
  type ToldTarget,
  tellTarget,
} from '../../use-cases/subscriptions/subscription-target.ts';
import { networkOf } from '../api/attempt-limits.ts';
import { voiceCookie, voiceTokenOf } from '../api/session-cookie.ts';
import { formIn } from '../applicant/form-body.ts';
import { type ApplicantTools, formToken, isOwnForm, show } from '../applicant/tools.ts';
import { findOrgan } from '../portal-pages-data.ts';
import { narrowingsOf, queryOf, type SearchAddress } from '../search-address.ts';

const BACK = { path: HOME, link: '返回首页' };
const NOTHING_ASKED = {
  title: '没有可以订阅的内容',
  words: ['地址可能写错了，机关可能已经撤销，或者要找的词太短。请从机关的栏目或者搜索结果页面点“邮件订阅”。'],
  ...BACK,
};
const NO_ADDRESS = {
  title: '暂时不能邮件订阅',
  words: ['本站还没有设置网站地址，邮件里无法写明链接。请使用栏目页面的 RSS 订阅，或者以后再试。'],
  ...BACK,
};
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

/** What the address asks for, with what its pages need of it. */
interface AskedFor {
  readonly organ: { readonly regionId: string; readonly organId: string; readonly path: string };
  readonly target: SubscriptionTarget;
  readonly told: ToldTarget;
  /** Where the form goes. */
  readonly action: string;
}

interface Query extends SearchAddress {
  readonly list?: unknown;
}

/** An organ's column or one of its lists; nothing new comes from an organ that has ended. */
async function columnIn(tools: ApplicantTools, { organ: place, list }: Query): Promise<AskedFor | null> {
  const { published } = tools.portal;
  const [first, region = '', slug = '', more] = typeof place === 'string' ? place.split('/') : [];
  const name = typeof list === 'string' ? list : '';
  if (first !== '' || more !== undefined || (name !== '' && listByName(name) === null)) return null;
  const row = await findOrgan(published, { region, organ: slug });
  if (row === undefined || row.ended_on !== null) return null;
  const target = { list: name, query: '', narrowings: {} };
  const path = organPath(region, slug);
  return {
    organ: { regionId: row.region_id, organId: row.organ_id, path: row.path },
    target,
    told: await tellTarget(published, target, { name: row.name, path }),
    action: subscribePath(path, name),
  };
}

/** A search that has words to look for; the government of the region, or of the site, sends its mails. */
async function searchIn(tools: ApplicantTools, asked: Query): Promise<AskedFor | null> {
  const { published, facts } = tools.portal;
  const [query, narrowings] = [queryOf(asked), narrowingsOf(asked)];
  if (!isLongEnough(askQuestion(query, {}))) return null;
  const regions = await facts.regions();
  const region = regions.find(({ slug }) => slug === narrowings['region']) ?? regions[0];
  const government = region && (await publishedGovernment(published, region.region_id));
  if (region === undefined || government === undefined) return null;
  const target = { list: '', query, narrowings };
  const path = organPath(region.slug, government.slug);
  return {
    organ: { regionId: region.region_id, organId: government.organ_id, path: government.path },
    target,
    told: await tellTarget(published, target, { name: government.name, path }),
    action: subscribeSearchPath({ q: query, ...narrowings }),
  };
}

const askedIn = async (tools: ApplicantTools, query: Query): Promise<AskedFor | null> =>
  query.q === undefined ? await columnIn(tools, query) : await searchIn(tools, query);

async function receive(
  tools: ApplicantTools,
  request: FastifyRequest,
  { organ, target, told }: AskedFor,
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
    organ,
    target,
    words: told.words,
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
  const showForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    { told, action }: AskedFor,
    given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  ): Promise<FastifyReply> => {
    const token = tokenFor(tools, request, reply);
    const form = { ...given, token: formToken(tools, token) };
    const question = askHuman(tools.context, token);
    const code = given.errors.length === 0 ? 200 : 422;
    return show(tools, request, reply, { path: action, code }, (frame) =>
      subscribePage(frame, { ...told, action }, form, question),
    );
  };
  const nothing = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    show(tools, request, reply, { path: null, code: 404 }, (frame) => messagePage(frame, NOTHING_ASKED));

  app.get<{ Querystring: Query }>(SUBSCRIBE, async (request, reply) => {
    const asked = await askedIn(tools, request.query);
    if (asked === null) return await nothing(request, reply);
    if (tools.context.services.publicOrigin === '') {
      return await show(tools, request, reply, { path: null, code: 503 }, (frame) =>
        messagePage(frame, NO_ADDRESS),
      );
    }
    return await showForm(request, reply, asked, { values: {}, errors: [] });
  });
  app.post<{ Querystring: Query }>(SUBSCRIBE, async (request, reply) => {
    const asked = await askedIn(tools, request.query);
    if (asked === null) return await nothing(request, reply);
    const values = formIn(request);
    const errors = await receive(tools, request, asked, values);
    if (errors.length > 0) return await showForm(request, reply, asked, { values, errors });
    return await show(tools, request, reply, { path: null }, (frame) => messagePage(frame, SENT));
  });
  stepRoutes(app, tools, 'confirm', SUBSCRIBE_CONFIRM);
  stepRoutes(app, tools, 'end', SUBSCRIBE_END);
}
