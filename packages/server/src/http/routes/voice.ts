import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import {
  checkVoice,
  VOICE_KIND_NAMES,
  type VoiceKind,
  voiceOf,
} from '@zhaoshi/domain/disclosure/voice/voice';
import { ANSWER_FIELD, TICKET_FIELD } from '@zhaoshi/portal/applicant/question';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { voiceFormPage, voiceReceiptPage } from '@zhaoshi/portal/pages/voice';
import {
  HOME,
  REPORT_ERROR,
  VOICE_COMMENT,
  VOICE_QUESTION,
  VOICE_RECEIPT,
  voicePath,
} from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findDraft } from '../../use-cases/applicants/draft.ts';
import { askHuman, isHumanAnswer } from '../../use-cases/applicants/human-check.ts';
import { newSessionToken } from '../../use-cases/identity/session-token.ts';
import { sendVoice } from '../../use-cases/voice/send-voice.ts';
import { networkOf } from '../api/attempt-limits.ts';
import { voiceCookie, voiceTokenOf } from '../api/session-cookie.ts';
import { formIn } from '../applicant/form-body.ts';
import { type ApplicantTools, formToken, goTo, isOwnForm, show } from '../applicant/tools.ts';
import { type FoundTarget, findVoiceTarget } from '../applicant/voice-target.ts';

const FORM_PATHS: Readonly<Record<VoiceKind, string>> = {
  errorReport: REPORT_ERROR,
  question: VOICE_QUESTION,
  comment: VOICE_COMMENT,
};

const BACK = { path: HOME, link: '返回首页' };

const NOTHING: Readonly<Record<VoiceKind, { readonly title: string; readonly words: readonly string[] }>> = {
  errorReport: {
    title: '没有找到这个页面',
    words: ['地址可能写错了。请从要报错的页面底部点击“报告本页错误”。'],
  },
  question: {
    title: '不能对这份信息提问',
    words: ['这份信息现在没有公开，或者发布机关没有开放对它的提问、评论。需要其他信息的，可以依法申请公开。'],
  },
  comment: {
    title: '不能提交意见',
    words: ['这份征求意见稿现在没有公开，或者征集已经结束。征集期内提交的意见由起草机关研究并反馈采纳情况。'],
  },
};

const NO_RECEIPT = { title: '没有可以显示的回执', words: ['回执在提交后一小时内可以打开。'], ...BACK };

const say = (field: string, message: string): readonly FieldError[] => [{ field, message }];
const STALE = say('', '这一页已经过期，没有接收；填写的内容已保留，请再次提交。');
const WRONG_ANSWER = say(ANSWER_FIELD, '回答不对或者已经过期，请回答新的问题。');

interface Query {
  readonly page?: unknown;
}

const pageOf = ({ query }: FastifyRequest<{ Querystring: Query }>): string =>
  typeof query.page === 'string' ? query.page : '';

/** Takes the form in; empty when nothing is wrong with it. */
async function receive(
  tools: ApplicantTools,
  request: FastifyRequest,
  { target, subject }: FoundTarget,
  values: FormValues,
): Promise<readonly FieldError[]> {
  const { context } = tools;
  const token = voiceTokenOf(request.headers.cookie, tools.secure);
  if (token === null) return STALE;
  // Sent by the first of two clicks: the receipt is there.
  if ((await findDraft(context, token)) !== null) return [];
  if (!isOwnForm(tools, token, values)) return STALE;
  const wrong = checkVoice(values);
  const content = voiceOf(values);
  if (content === null) return wrong;
  const answered = { ticket: values[TICKET_FIELD] ?? '', answer: values[ANSWER_FIELD] ?? '' };
  if (!(await isHumanAnswer(context, token, answered))) return WRONG_ANSWER;
  const command = { kind: subject.kind, target, content, token, network: networkOf(request.ip) };
  const sent = await sendVoice(context, command);
  // Sent a moment ago by the same browser: the receipt is there.
  if (sent.ok || sent.error.code === 'conflict') return [];
  return say('', sent.error.detail ?? '没有提交成功，请再试一次。');
}

async function showForm(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { subject }: FoundTarget,
  given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
): Promise<FastifyReply> {
  const known = voiceTokenOf(request.headers.cookie, tools.secure);
  // After a receipt the next form is one of its own.
  const isUsed = known !== null && (await findDraft(tools.context, known)) !== null;
  const token = known === null || isUsed ? newSessionToken() : known;
  if (token !== known) reply.header('set-cookie', voiceCookie(token, tools.secure));
  const form = { ...given, token: formToken(tools, token) };
  const question = askHuman(tools.context, token);
  const path = voicePath(subject.kind, subject.page);
  const code = given.errors.length === 0 ? 200 : 422;
  return await show(tools, request, reply, { path, code }, (frame) =>
    voiceFormPage(frame, subject, form, question),
  );
}

/** 报告错误、提问、意见征集: a form without a script for each, and the receipt. */
export function voiceRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  for (const kind of VOICE_KIND_NAMES) {
    const withTarget = async (
      request: FastifyRequest<{ Querystring: Query }>,
      reply: FastifyReply,
      answer: (found: FoundTarget) => Promise<FastifyReply>,
    ): Promise<FastifyReply> => {
      const found = await findVoiceTarget(tools, kind, pageOf(request));
      if (found !== null) return await answer(found);
      return await show(tools, request, reply, { path: null, code: 404 }, (frame) =>
        messagePage(frame, { ...NOTHING[kind], ...BACK }),
      );
    };
    app.get<{ Querystring: Query }>(FORM_PATHS[kind], (request, reply) =>
      withTarget(request, reply, (found) =>
        showForm(tools, request, reply, found, { values: {}, errors: [] }),
      ),
    );
    app.post<{ Querystring: Query }>(FORM_PATHS[kind], (request, reply) =>
      withTarget(request, reply, async (found) => {
        const values = formIn(request);
        const errors = await receive(tools, request, found, values);
        if (errors.length === 0) return goTo(reply, VOICE_RECEIPT);
        return await showForm(tools, request, reply, found, { values, errors });
      }),
    );
  }
  app.get(VOICE_RECEIPT, async (request, reply) => {
    const token = voiceTokenOf(request.headers.cookie, tools.secure);
    const content = token === null ? null : await findDraft(tools.context, token);
    const isSent = content?.kind === 'sent';
    return await show(tools, request, reply, { path: VOICE_RECEIPT, code: isSent ? 200 : 404 }, (frame) =>
      isSent ? voiceReceiptPage(frame, content) : messagePage(frame, NO_RECEIPT),
    );
  });
}
