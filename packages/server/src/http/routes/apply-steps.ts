import { AGENT_FIELDS, webApplicantFields } from '@zhaoshi/domain/application/web-fields';
import {
  checkKind,
  checkRequest,
  checkWho,
  type FieldError,
  type FormValues,
  formOf,
  kindOf,
} from '@zhaoshi/domain/application/web-form';
import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ShownForm } from '@zhaoshi/portal/applicant/form';
import type { ApplyPlace } from '@zhaoshi/portal/applicant/models';
import type { PageFrame } from '@zhaoshi/portal/layout';
import { applyConfirmPage } from '@zhaoshi/portal/pages/apply-confirm';
import { applyApplicantPage, applyKindPage, applyRequestPage } from '@zhaoshi/portal/pages/apply-form';
import { APPLY_RECEIPT, type ApplyStepId, applyStepPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicationDraft, changeDraft } from '../../use-cases/applicants/draft.ts';
import { submitApplication } from '../../use-cases/applicants/submit-application.ts';
import { type OpenDraft, openDraft, unfinishedBefore } from '../applicant/draft-request.ts';
import { formIn } from '../applicant/form-body.ts';
import { presentFiles } from '../applicant/present-files.ts';
import { type ApplicantTools, formToken, goTo, show } from '../applicant/tools.ts';

interface TypedStep {
  readonly id: ApplyStepId;
  readonly next: ApplyStepId;
  /** What the step may write into the draft; everything else that is sent is left out. */
  readonly names: (values: FormValues) => readonly string[];
  readonly check: (values: FormValues) => readonly FieldError[];
  readonly page: (frame: PageFrame, organ: ApplyPlace, form: ShownForm) => SafeHtml;
}

const TYPED_STEPS: readonly TypedStep[] = [
  { id: 'kind', next: 'applicant', names: () => ['kind', 'hasAgent'], check: checkKind, page: applyKindPage },
  {
    id: 'applicant',
    next: 'request',
    names: (values) =>
      [...webApplicantFields(kindOf(values) ?? 'naturalPerson'), ...AGENT_FIELDS].map(({ name }) => name),
    check: checkWho,
    page: applyApplicantPage,
  },
  {
    id: 'request',
    next: 'identity',
    names: () => ['description', 'supplyForm', 'supplyWay', 'acceptsOtherWay', 'helpNeeded'],
    check: checkRequest,
    page: applyRequestPage,
  },
];

/** A box that is not ticked is not sent at all. */
const taken = (draft: ApplicationDraft, { names }: TypedStep, sent: FormValues): FormValues => ({
  ...draft.values,
  ...Object.fromEntries(names(draft.values).map((name) => [name, sent[name] ?? ''])),
});

/** The draft, once everything before the step is right; otherwise the way to what is not was answered. */
export async function openStep(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  step: ApplyStepId,
): Promise<OpenDraft | null> {
  const sent = request.method === 'POST' && !request.isMultipart() ? formIn(request) : null;
  const open = await openDraft(tools, request, reply, sent);
  if (open === null) return null;
  const before = unfinishedBefore(open.draft, step);
  if (before === null) return open;
  await goTo(reply, applyStepPath(before));
  return null;
}

function typedStepRoutes(app: FastifyInstance, tools: ApplicantTools, step: TypedStep): void {
  const path = applyStepPath(step.id);
  const showStep = (
    request: FastifyRequest,
    reply: FastifyReply,
    { organ, token }: OpenDraft,
    { values, errors }: Pick<ShownForm, 'values' | 'errors'>,
  ) =>
    show(tools, request, reply, { path, code: errors.length === 0 ? 200 : 422 }, (frame) =>
      step.page(frame, organ.shown, { values, errors, token: formToken(tools, token) }),
    );

  app.get(path, async (request, reply) => {
    const open = await openStep(tools, request, reply, step.id);
    return open === null
      ? reply
      : await showStep(request, reply, open, { values: open.draft.values, errors: [] });
  });

  app.post(path, async (request, reply) => {
    const open = await openStep(tools, request, reply, step.id);
    if (open === null) return reply;
    // What is wrong is kept too: nothing that was typed is lost.
    const saved = await changeDraft(tools.context, open.token, (draft) => ({
      ...draft,
      values: taken(draft, step, formIn(request)),
    }));
    if (saved === null) return goTo(reply, APPLY_RECEIPT);
    const { values } = saved;
    const errors = step.check(values);
    return errors.length === 0
      ? goTo(reply, applyStepPath(step.next))
      : await showStep(request, reply, open, { values, errors });
  });
}

function confirmRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const path = applyStepPath('confirm');
  const showStep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { organ, token, draft }: OpenDraft,
    errors: readonly FieldError[],
  ): Promise<FastifyReply> => {
    const application = formOf(draft.values);
    if (application === null) return goTo(reply, applyStepPath('kind'));
    const form = { values: draft.values, errors, token: formToken(tools, token) };
    const sent = { application, files: presentFiles(draft.files) };
    return await show(tools, request, reply, { path, code: errors.length === 0 ? 200 : 422 }, (frame) =>
      applyConfirmPage(frame, organ.shown, form, sent),
    );
  };

  app.get(path, async (request, reply) => {
    const open = await openStep(tools, request, reply, 'confirm');
    return open === null ? reply : await showStep(request, reply, open, []);
  });

  app.post(path, async (request, reply) => {
    const open = await openStep(tools, request, reply, 'confirm');
    if (open === null) return reply;
    const sent = await submitApplication(tools.context, open.organ.ids, open.token);
    // Sent a moment ago by the same browser: the receipt is there.
    if (sent.ok || sent.error.code === 'not-found') return goTo(reply, APPLY_RECEIPT);
    const message = sent.error.detail ?? '没有提交成功，请检查后再试。';
    return await showStep(request, reply, open, [{ field: '', message }]);
  });
}

/** The steps that are typed, and the last one. */
export function applyStepRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  for (const step of TYPED_STEPS) typedStepRoutes(app, tools, step);
  confirmRoutes(app, tools);
}
