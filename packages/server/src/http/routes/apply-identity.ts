import type { FieldError } from '@zhaoshi/domain/application/web-form';
import { ANSWER_FIELD, TICKET_FIELD } from '@zhaoshi/portal/applicant/question';
import { applyIdentityPage } from '@zhaoshi/portal/pages/apply-identity';
import { applyStepPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicationDraft, changeDraft, findDraft } from '../../use-cases/applicants/draft.ts';
import { askHuman, isHumanAnswer } from '../../use-cases/applicants/human-check.ts';
import { missingProofs } from '../../use-cases/applicants/submit-application.ts';
import { PROOF_MEBIBYTES, uploadProof } from '../../use-cases/applicants/upload-proof.ts';
import { networkOf } from '../api/attempt-limits.ts';
import type { OpenDraft } from '../applicant/draft-request.ts';
import { readParts } from '../applicant/form-parts.ts';
import { presentFiles } from '../applicant/present-files.ts';
import { type ApplicantTools, formToken, goTo, isOwnForm, show } from '../applicant/tools.ts';
import { createFairGate } from '../fair-gate.ts';
import { openStep } from './apply-steps.ts';

const PATH = applyStepPath('identity');

/** Uploads at once: one reader never takes all of them. */
const LIMITS = { atOnce: 6, perAsker: 2, waiting: 24, waitingPerAsker: 3 };

/** Of one draft one after the other: a second click finds what the first one did. */
const TURNS = { atOnce: 1000, perAsker: 1, waiting: 1000, waitingPerAsker: 2 };

const USES = ['identity', 'powerOfAttorney'] as const;

type Use = (typeof USES)[number];

const isUse = (name: string): name is Use => USES.some((use) => use === name);

const WRONG_ANSWER = '回答不对或者已经过期，请回答新的问题；已经上传的文件保留。';
const FOREIGN = '这一页已经过期，没有接收。请在本页重新提交。';
const BROKEN = '上传没有完成，没有接收。请检查网络后重新上传。';
const BUSY = '同时上传的人较多，这一次没有接收。请稍后再试。';
const MISSING: Readonly<Record<Use, string>> = {
  identity: '请上传身份证明（条例第二十九条第二款第一项）。',
  powerOfAttorney: '请上传授权委托书。',
};

interface Outcome {
  readonly draft: ApplicationDraft;
  readonly errors: readonly FieldError[];
}

/** Takes the parts in their order: what only people answer comes before the first file, and files only after it. */
async function takeParts(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, draft: before, organ }: OpenDraft,
): Promise<Outcome> {
  const { context } = tools;
  const uploader = { token, network: networkOf(request.ip) };
  let draft = before;
  const errors: FieldError[] = [];
  const isComplete = await readParts(request, reply, async (fields, file) => {
    if (!isOwnForm(tools, token, fields)) {
      errors.push({ field: '', message: FOREIGN });
      return false;
    }
    if (!draft.isHuman) {
      const answered = { ticket: fields[TICKET_FIELD] ?? '', answer: fields[ANSWER_FIELD] ?? '' };
      const isHuman = await isHumanAnswer(context, token, answered);
      if (!isHuman) {
        errors.push({ field: ANSWER_FIELD, message: WRONG_ANSWER });
        return false;
      }
      draft = { ...draft, isHuman };
    }
    if (file === null || !isUse(file.field)) return true;
    const use = file.field;
    const uploaded = await uploadProof(context, organ.ids, uploader, file.upload);
    if (!uploaded.ok) {
      errors.push({ field: use, message: uploaded.error });
      return false;
    }
    draft = {
      ...draft,
      files: [...draft.files.filter((one) => one.use !== use), { use, ...uploaded.value }],
    };
    return true;
  });
  if (!isComplete && errors.length === 0) errors.push({ field: '', message: BROKEN });
  return { draft, errors };
}

async function takeAndSave(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenDraft,
): Promise<Outcome> {
  const { context } = tools;
  const now = await findDraft(context, open.token);
  const current = now?.kind === 'draft' ? { ...open, draft: now } : open;
  const { draft, errors } = await takeParts(tools, request, reply, current);
  const { isHuman, files } = draft;
  const saved = await changeDraft(context, open.token, (before) => ({ ...before, isHuman, files }));
  return { draft: saved ?? draft, errors };
}

const missing = (draft: ApplicationDraft): readonly FieldError[] =>
  missingProofs(draft).map((use) => ({ field: use, message: MISSING[use] }));

/** 身份证明 and the question that only people answer. */
export function applyIdentityRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const gate = createFairGate(LIMITS);
  const turns = createFairGate(TURNS);
  const showStep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { organ, token }: OpenDraft,
    { draft, errors }: Outcome,
  ): Promise<FastifyReply> => {
    const form = { values: draft.values, errors, token: formToken(tools, token) };
    return await show(tools, request, reply, { path: PATH, code: errors.length === 0 ? 200 : 422 }, (frame) =>
      applyIdentityPage(frame, organ.shown, form, {
        files: presentFiles(draft.files),
        question: draft.isHuman ? null : askHuman(tools.context, token),
        megabytes: PROOF_MEBIBYTES,
      }),
    );
  };

  app.get(PATH, async (request, reply) => {
    const open = await openStep(tools, request, reply, 'identity');
    return open === null ? reply : await showStep(request, reply, open, { draft: open.draft, errors: [] });
  });

  app.post(PATH, async (request, reply) => {
    const open = await openStep(tools, request, reply, 'identity');
    if (open === null) return reply;
    const taken = await gate.run(request.ip, () =>
      turns.run(open.token, () => takeAndSave(tools, request, reply, open)),
    );
    const { draft } = taken ?? open;
    const refused = taken?.errors ?? [{ field: '', message: BUSY }];
    const errors = refused.length > 0 ? refused : missing(draft);
    return errors.length === 0
      ? goTo(reply, applyStepPath('confirm'))
      : await showStep(request, reply, open, { draft, errors });
  });
}
