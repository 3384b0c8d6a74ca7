import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import { type ApplicantAct, isApplicantAct } from '@zhaoshi/portal/applicant/acts';
import { followActPage, LETTER_FIELD, VERSION_FIELD } from '@zhaoshi/portal/pages/follow-act';
import { FOLLOW_CASE, followActPath, followLetterPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actAsApplicant } from '../../use-cases/applicants/act-as-applicant.ts';
import { PROOF_MEBIBYTES } from '../../use-cases/applicants/upload-proof.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { check, commandOf, readActForm, type SentAct } from '../applicant/act-form.ts';
import { type FollowedCase, openCase, showNothing } from '../applicant/followed-case.ts';
import { formIn } from '../applicant/form-body.ts';
import { askedBy } from '../applicant/own-tasks.ts';
import { actsNow, lettersToShow, lettersToTake } from '../applicant/present-own-case.ts';
import { type ApplicantTools, formToken, goTo, show } from '../applicant/tools.ts';
import { createFairGate } from '../fair-gate.ts';

/** Uploads at once: one reader never takes all of them. */
const LIMITS = { atOnce: 4, perAsker: 1, waiting: 16, waitingPerAsker: 2 };

const BUSY = [{ field: '', message: '同时提交的人较多，这一次没有接收。请稍后再试。' }];
const LATE = [
  {
    field: '',
    message: '补正期限已过，没有直接提交；填写的内容已保留，请说明逾期的原因后再次提交，由机关决定是否接受。',
  },
];
const STALE = '这件申请刚刚有了变化，没有提交；填写的内容已保留，请核对后再次提交。';

interface Asked {
  readonly open: FollowedCase;
  readonly act: ApplicantAct;
  readonly letter: { readonly id: string; readonly title: string } | null;
}

/** The letter that is meant, of this case and of no other. */
function letterOf(tools: ApplicantTools, { shown }: FollowedCase, act: string, id: unknown): Asked['letter'] {
  const letters = act === 'receiveLetter' ? lettersToTake(shown) : lettersToShow(shown);
  const row = letters.find(({ letter_id }) => letter_id === id);
  if (row === undefined) return null;
  return { id: row.letter_id, title: openLetter(tools.context.services.secretBox, row).title };
}

/** The act that an address names, if it can be done now. */
async function openAct(
  tools: ApplicantTools,
  request: FastifyRequest<{ Params: { readonly act: string } }>,
  reply: FastifyReply,
  sent: FormValues | null,
  letterId: unknown,
): Promise<Asked | null> {
  const open = await openCase(tools, request, reply, sent);
  if (open === null) return null;
  const { act } = request.params;
  const letter = letterOf(tools, open, act, letterId);
  const now = actsNow(open.shown);
  // The period ended while it was written: nothing of that is lost, and the office decides.
  if (act === 'acceptCorrection' && now.includes('offerCorrection')) {
    return { open, act: 'offerCorrection', letter: null };
  }
  const isPossible =
    isApplicantAct(act) &&
    now.includes(act) &&
    ((act !== 'confirmDelivery' && act !== 'receiveLetter') || letter !== null);
  if (isPossible) return { open, act, letter };
  // Done already, by a second click or meanwhile by the office: the case shows how it stands.
  if (isApplicantAct(act) && sent !== null) goTo(reply, FOLLOW_CASE);
  else await showNothing(tools, request, reply);
  return null;
}

/** The acts of the applicant, each with a page that says what it does before it is done. */
export function followActRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const path = followActPath(':act');
  const gate = createFairGate(LIMITS);

  /** The form, and the files that came with it; `null` when the answer was sent. */
  const readForm = async (
    request: FastifyRequest<{ Params: { readonly act: string } }>,
    reply: FastifyReply,
  ): Promise<SentAct | null> => {
    if (!request.isMultipart()) return { values: formIn(request), files: [], errors: [] };
    const open = await openCase(tools, request, reply, null);
    if (open === null) return null;
    const { act } = request.params;
    const read = await gate.run(request.ip, () => readActForm(tools, request, reply, { open, act }));
    return read ?? { values: {}, files: [], errors: BUSY };
  };
  const showAct = (
    request: FastifyRequest,
    reply: FastifyReply,
    { open, act, letter }: Asked,
    { values, errors }: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  ) =>
    show(tools, request, reply, { path: FOLLOW_CASE, code: errors.length === 0 ? 200 : 422 }, (frame) =>
      followActPage(
        frame,
        { values, errors, token: formToken(tools, open.token) },
        {
          act,
          version: open.shown.row.version,
          asked: askedBy(open.shown, tools.context.services.secretBox, act),
          letter,
          megabytes: PROOF_MEBIBYTES,
        },
      ),
    );

  app.get<{ Params: { readonly act: string }; Querystring: { readonly letter?: unknown } }>(
    path,
    async (request, reply) => {
      const asked = await openAct(tools, request, reply, null, request.query.letter);
      return asked === null ? reply : await showAct(request, reply, asked, { values: {}, errors: [] });
    },
  );

  app.post<{ Params: { readonly act: string } }>(path, async (request, reply) => {
    const sent = await readForm(request, reply);
    if (sent === null) return reply;
    const { values, files } = sent;
    const asked = await openAct(tools, request, reply, values, values[LETTER_FIELD]);
    if (asked === null) return reply;
    const { open, act, letter } = asked;
    const isLate = act !== request.params.act;
    const errors = isLate ? LATE : [...check(act, values), ...sent.errors];
    if (errors.length > 0) return await showAct(request, reply, asked, { values, errors });
    const { row, rules } = open.shown;
    const done = await actAsApplicant(
      tools.context,
      { regionId: row.region_id, applicationId: row.application_id },
      commandOf(act, rules.today, values),
      Number(values[VERSION_FIELD]),
      files.map((fileId) => ({ fileId, use: 'correction' })),
    );
    if (done.ok) {
      return goTo(
        reply,
        act === 'receiveLetter' && letter !== null ? followLetterPath(letter.id) : FOLLOW_CASE,
      );
    }
    const { code, detail, errors: fields = [] } = done.error;
    const message =
      code === 'stale'
        ? STALE
        : (detail ?? fields.map((field) => field.message).join('') ?? '没有提交成功。');
    return await showAct(request, reply, asked, { values, errors: [{ field: '', message }] });
  });
}
