import { checkKind, checkRequest, checkWho, type FormValues } from '@zhaoshi/domain/application/web-form';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { APPLY_RECEIPT, type ApplyStepId, applyStepPath } from '@zhaoshi/portal/paths';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicationDraft, findDraft } from '../../use-cases/applicants/draft.ts';
import { missingProofs } from '../../use-cases/applicants/submit-application.ts';
import { draftTokenOf } from '../api/session-cookie.ts';
import { type FoundOrgan, findApplyOrgan } from './apply-organ.ts';
import { type ApplicantTools, goTo, isOwnForm, show } from './tools.ts';

/** The draft of the browser that asks. */
export interface OpenDraft {
  readonly token: string;
  readonly draft: ApplicationDraft;
  readonly organ: FoundOrgan;
}

const NO_DRAFT = {
  title: '没有正在填写的申请',
  words: [
    '可能的原因：过久没有提交，草稿已经自动清除；或者浏览器不保存 Cookie，本站无法记住您填写的内容。',
    '请允许本站的 Cookie（只含一个随机编号，不含个人信息）后重新开始；也可以按机关公布的方式当面提交或者邮寄申请。',
  ],
};
const NO_ORGAN = {
  title: '该机关不再受理申请',
  words: ['填写期间该机关已经撤销或者调整，没有提交任何内容。请向承接其职权的机关申请。'],
};
const STALE_FORM = {
  title: '页面已经过期',
  words: ['这一页不是本次填写的页面，没有接收。已经保存的内容没有变化，请回到填写页面重新提交。'],
  path: applyStepPath('kind'),
  link: '继续填写',
};

/**
 * Finds the draft; otherwise answers why it is not there.
 *
 * @param sent the form that came with a POST, which must be this browser's own
 * @returns `null` when the answer was sent
 */
export async function openDraft(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: FormValues | null,
): Promise<OpenDraft | null> {
  const refuse = async (words: typeof NO_DRAFT, code: number): Promise<null> => {
    await show(tools, request, reply, { path: null, code }, (frame) => messagePage(frame, words));
    return null;
  };
  const token = draftTokenOf(request.headers.cookie, tools.secure);
  const content = token === null ? null : await findDraft(tools.context, token);
  if (token === null || content === null) return await refuse(NO_DRAFT, 404);
  if (content.kind === 'sent') {
    await goTo(reply, APPLY_RECEIPT);
    return null;
  }
  const organ = await findApplyOrgan(tools, content);
  if (organ === null) return await refuse(NO_ORGAN, 410);
  if (sent !== null && !isOwnForm(tools, token, sent)) return await refuse(STALE_FORM, 403);
  return { token, draft: content, organ };
}

const STEPS: readonly (readonly [step: ApplyStepId, isDone: (draft: ApplicationDraft) => boolean])[] = [
  ['kind', ({ values }) => checkKind(values).length === 0],
  ['applicant', ({ values }) => checkWho(values).length === 0],
  ['request', ({ values }) => checkRequest(values).length === 0],
  ['identity', (draft) => draft.isHuman && missingProofs(draft).length === 0],
];

/** The first step before this one that is not right yet; `null` when all are. */
export const unfinishedBefore = (draft: ApplicationDraft, step: ApplyStepId): ApplyStepId | null => {
  const at = STEPS.findIndex(([one]) => one === step);
  return STEPS.slice(0, at === -1 ? STEPS.length : at).find(([, isDone]) => !isDone(draft))?.[0] ?? null;
};
