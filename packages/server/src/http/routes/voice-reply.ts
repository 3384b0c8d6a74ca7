import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import { ADOPTIONS } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { ownVoicePage, voiceReplyFormPage } from '@zhaoshi/portal/pages/voice';
import { VOICE_REPLY } from '@zhaoshi/portal/paths';
import type { OwnVoice } from '@zhaoshi/portal/voice-views';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findVoiceByCode, type VoiceRow } from '../../db/queries/public-voices.ts';
import { plainNumber } from '../../use-cases/applicants/find-own-case.ts';
import { queryCodeHash } from '../../use-cases/applications/insert-application.ts';
import { newSessionToken } from '../../use-cases/identity/session-token.ts';
import { openAnswer, openVoice } from '../../use-cases/voice/voice-seal.ts';
import { voiceCookie, voiceTokenOf } from '../api/session-cookie.ts';
import { formIn } from '../applicant/form-body.ts';
import { createNumberTries } from '../applicant/number-tries.ts';
import { type ApplicantTools, formToken, isOwnForm, show } from '../applicant/tools.ts';

const say = (message: string): readonly FieldError[] => [{ field: '', message }];
const STALE = say('这一页已经过期，请再次点击“查看”。');
const NONE = say('编号或者查询码不对，请对照回执重新填写。');
const TOO_OFTEN = say('查看过于频繁，请过一分钟再试。');

/** What came of it beside the reply, in words. */
function outcomesOf(row: VoiceRow, refusal: string): readonly string[] {
  const { shows, fixed_edition, adoption, adoption_reason } = row;
  return [
    ...(shows === true ? ['已同信息一起公开展示。'] : []),
    ...(shows === false ? [`没有公开展示，理由：${refusal}`] : []),
    ...(fixed_edition === null ? [] : [`已在第${fixed_edition}版更正。`]),
    ...(adoption === null
      ? []
      : [`采纳情况：${[ADOPTIONS[adoption], adoption_reason].filter((words) => words !== '').join('。')}`]),
  ];
}

function presentOwn({ context }: ApplicantTools, row: VoiceRow): OwnVoice {
  const { secretBox } = context.services;
  const answer = openAnswer(secretBox, row);
  return {
    kind: row.kind,
    number: row.receipt_number,
    organName: row.organ_name,
    page: row.page,
    receivedOn: civilDateAt(row.received_at),
    dueOn: row.due_on,
    text: openVoice(secretBox, row).text,
    answer:
      answer === null || row.answered_at === null
        ? null
        : {
            on: civilDateAt(row.answered_at),
            reply: answer.reply,
            outcomes: outcomesOf(row, answer.refusal),
          },
  };
}

/** The reply, for whoever has number and code; nothing of it is kept in the browser or in an address. */
export function voiceReplyRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const mayTry = createNumberTries(app);

  const showForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  ): Promise<FastifyReply> => {
    const known = voiceTokenOf(request.headers.cookie, tools.secure);
    const token = known ?? newSessionToken();
    if (known === null) reply.header('set-cookie', voiceCookie(token, tools.secure));
    const code = given.errors.length === 0 ? 200 : 422;
    return await show(tools, request, reply, { path: VOICE_REPLY, code }, (frame) =>
      voiceReplyFormPage(frame, { ...given, token: formToken(tools, token) }),
    );
  };

  app.get(VOICE_REPLY, (request, reply) => showForm(request, reply, { values: {}, errors: [] }));

  app.post(VOICE_REPLY, async (request, reply) => {
    const values = formIn(request);
    const { number = '', code = '' } = values;
    const token = voiceTokenOf(request.headers.cookie, tools.secure);
    // What was typed is a secret: it is not written back into the page.
    const again = (errors: readonly FieldError[]) => showForm(request, reply, { values: { number }, errors });
    if (token === null || !isOwnForm(tools, token, values)) return await again(STALE);
    if (!(await mayTry(request, number))) return await again(TOO_OFTEN);
    const { database, services } = tools.context;
    const row = await findVoiceByCode(database, {
      codeHash: queryCodeHash(services.secretBox, code.slice(0, 40).normalize('NFKC')),
      number: plainNumber(number),
    });
    if (row === undefined) return await again(NONE);
    return await show(tools, request, reply, { path: VOICE_REPLY }, (frame) =>
      ownVoicePage(frame, presentOwn(tools, row)),
    );
  });
}
