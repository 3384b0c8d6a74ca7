import { amendmentOf, checkAmendment } from '@zhaoshi/domain/application/record-amendment';
import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import { ANSWER_FIELD, TICKET_FIELD } from '@zhaoshi/portal/applicant/question';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { AMENDMENT_RECEIPT, amendPage, EVIDENCE_FIELD } from '@zhaoshi/portal/pages/amend';
import { receiptPage } from '@zhaoshi/portal/pages/apply-receipt';
import { AMEND_RECEIPT, APPLY, amendAtPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findDraft } from '../../use-cases/applicants/draft.ts';
import { askHuman, isHumanAnswer } from '../../use-cases/applicants/human-check.ts';
import { requestAmendment } from '../../use-cases/applicants/request-amendment.ts';
import { PROOF_MEBIBYTES, uploadProof } from '../../use-cases/applicants/upload-proof.ts';
import { newSessionToken } from '../../use-cases/identity/session-token.ts';
import { networkOf } from '../api/attempt-limits.ts';
import { amendCookie, amendTokenOf } from '../api/session-cookie.ts';
import { type FoundOrgan, findApplyOrgan } from '../applicant/apply-organ.ts';
import { readParts } from '../applicant/form-parts.ts';
import { type ApplicantTools, formToken, goTo, isOwnForm, show } from '../applicant/tools.ts';
import { createFairGate } from '../fair-gate.ts';

interface OrganNames {
  readonly region: string;
  readonly organ: string;
}

const LIMITS = { atOnce: 3, perAsker: 1, waiting: 12, waitingPerAsker: 2 };

const NO_ORGAN = {
  title: '没有找到可以受理的机关',
  words: ['地址可能写错了，或者该机关已经撤销、不是行政机关。'],
  path: APPLY,
  link: '选择机关',
};
const NO_RECEIPT = {
  title: '没有可以显示的回执',
  words: ['回执在提交后一小时内可以打开。受理号和查询码遗失的，请与受理机关联系。'],
};

const say = (field: string, message: string): readonly FieldError[] => [{ field, message }];

const STALE = say('', '这一页已经过期，没有接收；填写的内容已保留，请再次提交。');
const WRONG_ANSWER = say(ANSWER_FIELD, '回答不对或者已经过期，请回答新的问题。');
const NO_EVIDENCE = say(EVIDENCE_FIELD, '请上传证据材料（条例第四十一条），每次提交都要重新选择文件。');
const BROKEN = say('', '没有收到完整的内容，请检查网络后再次提交。');
const BUSY = say('', '同时提交的人较多，这一次没有接收。请稍后再试。');

interface Received {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** Takes the form and its file, and enters the request when nothing is wrong. */
async function receive(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, token }: { readonly organ: FoundOrgan; readonly token: string },
): Promise<Received> {
  const { context } = tools;
  let values: FormValues = {};
  if ((await findDraft(context, token)) !== null) {
    // Sent by the first of two clicks: the receipt is there.
    await readParts(request, reply, () => Promise.resolve(false));
    return { values, errors: [] };
  }
  let errors: readonly FieldError[] = BROKEN;
  let fileId: string | null = null;
  const judge = async (): Promise<readonly FieldError[]> => {
    if (!isOwnForm(tools, token, values)) return STALE;
    const wrong = checkAmendment(values);
    if (wrong.length > 0) return wrong;
    const answered = { ticket: values[TICKET_FIELD] ?? '', answer: values[ANSWER_FIELD] ?? '' };
    return (await isHumanAnswer(context, token, answered)) ? [] : WRONG_ANSWER;
  };
  await readParts(request, reply, async (fields, file) => {
    values = fields;
    if (file === null) {
      if (fileId === null) errors = checkAmendment(values).length > 0 ? checkAmendment(values) : NO_EVIDENCE;
      return true;
    }
    if (file.field !== EVIDENCE_FIELD || fileId !== null) return true;
    errors = await judge();
    if (errors.length > 0) return false;
    const uploaded = await uploadProof(
      context,
      organ.ids,
      { token, network: networkOf(request.ip) },
      file.upload,
    );
    if (uploaded.ok) fileId = uploaded.value.fileId;
    else errors = say(EVIDENCE_FIELD, uploaded.error);
    return uploaded.ok;
  });
  const amendment = amendmentOf(values);
  if (errors.length > 0 || fileId === null || amendment === null) return { values, errors };
  const sent = await requestAmendment(context, { organ: organ.ids, request: amendment, fileId, token });
  // Sent a moment ago by the same browser: the receipt is there.
  if (sent.ok || sent.error.code === 'conflict') return { values, errors: [] };
  return { values, errors: say('', sent.error.detail ?? '没有提交成功，请再试一次。') };
}

/** 更正本人信息 (条例41): one form with evidence, and its receipt. */
export function amendRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const gate = createFairGate(LIMITS);
  const path = amendAtPath('/:region/:organ');

  const showForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { shown }: FoundOrgan,
    { values, errors }: Received,
  ): Promise<FastifyReply> => {
    const known = amendTokenOf(request.headers.cookie, tools.secure);
    // After a receipt the next request is one of its own.
    const isUsed = known !== null && (await findDraft(tools.context, known)) !== null;
    const token = known === null || isUsed ? newSessionToken() : known;
    if (token !== known) reply.header('set-cookie', amendCookie(token, tools.secure));
    const form = { values, errors, token: formToken(tools, token) };
    const question = askHuman(tools.context, token);
    const code = errors.length === 0 ? 200 : 422;
    return await show(tools, request, reply, { path: amendAtPath(shown.path), code }, (frame) =>
      amendPage(frame, shown, form, { question, megabytes: PROOF_MEBIBYTES }),
    );
  };

  const withOrgan = async (
    request: FastifyRequest<{ Params: OrganNames }>,
    reply: FastifyReply,
    answer: (organ: FoundOrgan) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const organ = await findApplyOrgan(tools, request.params);
    if (organ !== null) return await answer(organ);
    return await show(tools, request, reply, { path: null, code: 404 }, (frame) =>
      messagePage(frame, NO_ORGAN),
    );
  };

  app.get<{ Params: OrganNames }>(path, (request, reply) =>
    withOrgan(request, reply, (organ) => showForm(request, reply, organ, { values: {}, errors: [] })),
  );

  app.post<{ Params: OrganNames }>(path, (request, reply) =>
    withOrgan(request, reply, async (organ) => {
      const token = amendTokenOf(request.headers.cookie, tools.secure);
      const received =
        token === null
          ? { values: {}, errors: STALE }
          : await gate.run(request.ip, () => receive(tools, request, reply, { organ, token }));
      const { errors } = received ?? { errors: BUSY };
      if (errors.length === 0) return goTo(reply, AMEND_RECEIPT);
      return await showForm(request, reply, organ, { values: received?.values ?? {}, errors });
    }),
  );

  app.get(AMEND_RECEIPT, async (request, reply) => {
    const token = amendTokenOf(request.headers.cookie, tools.secure);
    const content = token === null ? null : await findDraft(tools.context, token);
    const isSent = content?.kind === 'sent';
    return await show(tools, request, reply, { path: AMEND_RECEIPT, code: isSent ? 200 : 404 }, (frame) =>
      isSent ? receiptPage(frame, content, AMENDMENT_RECEIPT) : messagePage(frame, NO_RECEIPT),
    );
  });
}
