import type { FormValues } from '@zhaoshi/domain/application/web-form';
import { followAmendmentPage } from '@zhaoshi/portal/pages/amend';
import { CODE_FIELD, followPage, NUMBER_FIELD } from '@zhaoshi/portal/pages/follow';
import { followCasePage } from '@zhaoshi/portal/pages/follow-case';
import { FOLLOW, FOLLOW_CASE, FOLLOW_END } from '@zhaoshi/portal/paths';
import type { FastifyInstance } from 'fastify';
import { endFollowing, startFollowing } from '../../use-cases/applicants/find-own-case.ts';
import { followCookie } from '../api/session-cookie.ts';
import { officePhone } from '../applicant/apply-organ.ts';
import { openCase, openSession } from '../applicant/followed-case.ts';
import { formIn } from '../applicant/form-body.ts';
import { createNumberTries } from '../applicant/number-tries.ts';
import { loadAmendment } from '../applicant/present-amendment.ts';
import { presentOwnCase } from '../applicant/present-own-case.ts';
import { type ApplicantTools, formToken, goTo, show } from '../applicant/tools.ts';

/** One answer for every reason: nobody learns which numbers there are. */
const UNKNOWN = '登记号或者查询码不对，请核对后重新输入；连续输错的，请过一分钟再试。';

/** Entering with number and code, the case, leaving. */
export function followRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const mayTry = createNumberTries(app);

  app.get(FOLLOW, (request, reply) =>
    show(tools, request, reply, { path: FOLLOW }, (frame) =>
      followPage(frame, { values: {}, errors: [], token: '' }),
    ),
  );

  app.post(FOLLOW, async (request, reply) => {
    const values = formIn(request);
    const typed = { number: values[NUMBER_FIELD] ?? '', code: values[CODE_FIELD] ?? '' };
    const token = (await mayTry(request, typed.number)) ? await startFollowing(tools.context, typed) : null;
    if (token === null) {
      // The number is kept for correction; a secret is typed anew.
      const kept: FormValues = { [NUMBER_FIELD]: typed.number };
      const errors = [{ field: NUMBER_FIELD, message: UNKNOWN }];
      return await show(tools, request, reply, { path: FOLLOW, code: 422 }, (frame) =>
        followPage(frame, { values: kept, errors, token: '' }),
      );
    }
    reply.header('set-cookie', followCookie(token, tools.secure));
    return goTo(reply, FOLLOW_CASE);
  });

  app.get(FOLLOW_CASE, async (request, reply) => {
    const session = await openSession(tools, request, reply, null);
    if (session === null) return reply;
    const form = formToken(tools, session.token);
    if (session.followed.kind === 'recordAmendment') {
      const amendment = await loadAmendment(tools, session);
      return await show(tools, request, reply, { path: FOLLOW_CASE }, (frame) =>
        followAmendmentPage(frame, amendment, form),
      );
    }
    const open = await openCase(tools, request, reply, null);
    if (open === null) return reply;
    const phone = await officePhone(tools.portal.published, open.shown.row);
    const own = presentOwnCase(tools, open.shown, { session: open.token, phone });
    return await show(tools, request, reply, { path: FOLLOW_CASE }, (frame) =>
      followCasePage(frame, own, form),
    );
  });

  app.post(FOLLOW_END, async (request, reply) => {
    const session = await openSession(tools, request, reply, formIn(request));
    if (session === null) return reply;
    await endFollowing(tools.context, session.token);
    reply.header('set-cookie', followCookie(null, tools.secure));
    return goTo(reply, FOLLOW);
  });
}
