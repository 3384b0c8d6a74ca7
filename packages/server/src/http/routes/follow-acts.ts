import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { type FieldError, type FormValues, valueOf } from '@zhaoshi/domain/application/web-form';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  ACT_PAGES,
  type ApplicantAct,
  isApplicantAct,
  longestText,
  SCORES,
} from '@zhaoshi/portal/applicant/acts';
import { followActPage, LETTER_FIELD, SCORE_FIELD, VERSION_FIELD } from '@zhaoshi/portal/pages/follow-act';
import { FOLLOW_CASE, followActPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actAsApplicant } from '../../use-cases/applicants/act-as-applicant.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { type FollowedCase, openCase, showNothing } from '../applicant/followed-case.ts';
import { formIn } from '../applicant/form-body.ts';
import { askedBy } from '../applicant/own-tasks.ts';
import { actsNow, lettersToShow } from '../applicant/present-own-case.ts';
import { type ApplicantTools, formToken, goTo, show } from '../applicant/tools.ts';

const STALE = '这件申请刚刚有了变化，没有提交；填写的内容已保留，请核对后再次提交。';

/** What is wrong with the form of an act. */
function check(act: ApplicantAct, values: FormValues): readonly FieldError[] {
  const { text } = ACT_PAGES[act];
  const written = text === null ? '' : valueOf(values, text.name);
  return [
    ...(act === 'rate' && !Object.hasOwn(SCORES, valueOf(values, SCORE_FIELD))
      ? [{ field: SCORE_FIELD, message: '请选择一项评价。' }]
      : []),
    ...(text !== null && text.required && written === ''
      ? [{ field: text.name, message: `请填写${text.label}。` }]
      : []),
    ...(text !== null && Array.from(written).length > longestText(act, text)
      ? [{ field: text.name, message: `${text.label}不能超过${longestText(act, text)}个字。` }]
      : []),
  ];
}

function actOf(act: ApplicantAct, on: CivilDate, values: FormValues): ApplicationAct {
  switch (act) {
    case 'recordReasons':
      return { type: act, on, given: true };
    case 'confirmDelivery':
      return { type: act, on, letterId: values[LETTER_FIELD] ?? '' };
    case 'rate':
      return { type: act, on, score: Number(values[SCORE_FIELD]) };
    default:
      return { type: act, on };
  }
}

/** The act with its words; a confirmation says by itself how it was given. */
function commandOf(act: ApplicantAct, on: CivilDate, values: FormValues): Command {
  const { text } = ACT_PAGES[act];
  const written = text === null ? '' : valueOf(values, text.name);
  const texts = text === null || written === '' ? {} : { [text.name]: written };
  return {
    act: actOf(act, on, values),
    texts: act === 'confirmReceipt' ? { way: '申请人在网站上确认' } : texts,
  };
}

interface Asked {
  readonly open: FollowedCase;
  readonly act: ApplicantAct;
  readonly letter: { readonly id: string; readonly title: string } | null;
}

/** The letter that is meant, of this case and of no other. */
function letterOf(tools: ApplicantTools, { shown }: FollowedCase, id: unknown): Asked['letter'] {
  const row = lettersToShow(shown).find(({ letter_id }) => letter_id === id);
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
  const letter = letterOf(tools, open, letterId);
  const isPossible =
    isApplicantAct(act) &&
    actsNow(open.shown).includes(act) &&
    (act !== 'confirmDelivery' || letter !== null);
  if (isPossible) return { open, act, letter };
  // Done already, by a second click or meanwhile by the office: the case shows how it stands.
  if (isApplicantAct(act) && sent !== null) goTo(reply, FOLLOW_CASE);
  else await showNothing(tools, request, reply);
  return null;
}

/** The acts of the applicant, each with a page that says what it does before it is done. */
export function followActRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const path = followActPath(':act');
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
    const values = formIn(request);
    const asked = await openAct(tools, request, reply, values, values[LETTER_FIELD]);
    if (asked === null) return reply;
    const { open, act } = asked;
    const errors = check(act, values);
    if (errors.length > 0) return await showAct(request, reply, asked, { values, errors });
    const { row, rules } = open.shown;
    const done = await actAsApplicant(
      tools.context,
      { regionId: row.region_id, applicationId: row.application_id },
      commandOf(act, rules.today, values),
      Number(values[VERSION_FIELD]),
    );
    if (done.ok) return goTo(reply, FOLLOW_CASE);
    const { code, detail, errors: fields = [] } = done.error;
    const message =
      code === 'stale'
        ? STALE
        : (detail ?? fields.map((field) => field.message).join('') ?? '没有提交成功。');
    return await showAct(request, reply, asked, { values, errors: [{ field: '', message }] });
  });
}
