import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ShownForm } from '@zhaoshi/portal/applicant/form';
import type { PageFrame } from '@zhaoshi/portal/layout';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { plainNumber } from '../../use-cases/applicants/find-own-case.ts';
import { voiceTokenOf } from '../api/session-cookie.ts';
import { formIn } from '../applicant/form-body.ts';
import { formCookie } from '../applicant/form-cookie.ts';
import { createNumberTries } from '../applicant/number-tries.ts';
import { type ApplicantTools, formToken, isOwnForm, show } from '../applicant/tools.ts';

const say = (message: string): readonly FieldError[] => [{ field: '', message }];
const STALE = say('这一页已经过期，请再次点击“查看”。');
const NONE = say('编号或者查询码不对，请对照回执重新填写。');
const TOO_OFTEN = say('查看过于频繁，请过一分钟再试。');

interface LookUp<Found> {
  readonly path: string;
  readonly formPage: (frame: PageFrame, form: ShownForm) => SafeHtml;
  /** By number and code as they were typed, made plain; `null` when there is none. */
  readonly find: (typed: { readonly number: string; readonly code: string }) => Promise<Found | null>;
  readonly foundPage: (frame: PageFrame, found: Found) => SafeHtml;
}

/** What came of something, for whoever has number and code; nothing of it is kept in the browser or in an address. */
export function receiptLookUp<Found>(
  app: FastifyInstance,
  tools: ApplicantTools,
  { path, formPage, find, foundPage }: LookUp<Found>,
): void {
  const mayTry = createNumberTries(app);

  const showForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  ): Promise<FastifyReply> => {
    const token = formToken(tools, formCookie(tools, request, reply));
    const code = given.errors.length === 0 ? 200 : 422;
    return await show(tools, request, reply, { path, code }, (frame) => formPage(frame, { ...given, token }));
  };

  app.get(path, (request, reply) => showForm(request, reply, { values: {}, errors: [] }));

  app.post(path, async (request, reply) => {
    const values = formIn(request);
    const { number = '', code = '' } = values;
    const token = voiceTokenOf(request.headers.cookie, tools.secure);
    // What was typed is a secret: it is not written back into the page.
    const again = (errors: readonly FieldError[]) => showForm(request, reply, { values: { number }, errors });
    if (token === null || !isOwnForm(tools, token, values)) return await again(STALE);
    if (!(await mayTry(request, number))) return await again(TOO_OFTEN);
    const found = await find({ number: plainNumber(number), code: code.slice(0, 40).normalize('NFKC') });
    if (found === null) return await again(NONE);
    return await show(tools, request, reply, { path }, (frame) => foundPage(frame, found));
  });
}
