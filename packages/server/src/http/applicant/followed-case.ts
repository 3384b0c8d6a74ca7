import type { FormValues } from '@zhaoshi/domain/application/web-form';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { FOLLOW, FOLLOW_CASE } from '@zhaoshi/portal/paths';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findCase } from '../../db/queries/application-case.ts';
import { type Followed, findFollowed } from '../../use-cases/applicants/find-own-case.ts';
import { type ShownCase, showCase } from '../../use-cases/applications/show-case.ts';
import { followTokenOf } from '../api/session-cookie.ts';
import { type ApplicantTools, isOwnForm, show } from './tools.ts';

export interface Session {
  readonly token: string;
  readonly followed: Followed;
}

const OVER = {
  title: '查询已经结束',
  words: ['30分钟没有操作会自动结束，以免他人在同一台电脑上看到您的申请。请重新输入登记号和查询码。'],
  path: FOLLOW,
  link: '重新查询',
};
const STALE_FORM = {
  title: '页面已经过期',
  words: ['这一页不是本次查询的页面，没有接收，也没有改动任何内容。请重新打开您的申请。'],
  path: FOLLOW,
  link: '重新查询',
};
const NOTHING = {
  title: '没有找到',
  words: ['这个地址没有您可以查看的内容：链接可能已经过期，或者不属于您正在查询的申请。请重新打开您的申请。'],
  path: FOLLOW_CASE,
  link: '返回我的申请',
};

/** The same answer for what is not there, is somebody else's, or is over. */
export const showNothing = async (
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> =>
  await show(tools, request, reply, { path: null, code: 404 }, (frame) => messagePage(frame, NOTHING));

/**
 * Who follows what; otherwise answers that following is over.
 *
 * @param sent the form that came with a POST, which must be this session's own
 */
export async function openSession(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: FormValues | null,
): Promise<Session | null> {
  const token = followTokenOf(request.headers.cookie, tools.secure);
  const followed = token === null ? null : await findFollowed(tools.context, token);
  if (token === null || followed === null) {
    await show(tools, request, reply, { path: null, code: 404 }, (frame) => messagePage(frame, OVER));
    return null;
  }
  if (sent !== null && !isOwnForm(tools, token, sent)) {
    await show(tools, request, reply, { path: null, code: 403 }, (frame) => messagePage(frame, STALE_FORM));
    return null;
  }
  return { token, followed };
}

export interface FollowedCase extends Session {
  readonly shown: ShownCase;
}

/** The case that is followed, read anew. */
export async function openCase(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: FormValues | null,
): Promise<FollowedCase | null> {
  const session = await openSession(tools, request, reply, sent);
  if (session === null) return null;
  const { database, now } = tools.context;
  const { kind, regionId, id: applicationId } = session.followed;
  const row = kind === 'application' ? await findCase(database, { regionId, applicationId }) : undefined;
  if (row === undefined) {
    await showNothing(tools, request, reply);
    return null;
  }
  return { ...session, shown: await showCase(database, row, now()) };
}
