import { ADOPTIONS } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { ownVoicePage, voiceReplyFormPage } from '@zhaoshi/portal/pages/voice';
import { VOICE_REPLY } from '@zhaoshi/portal/paths';
import type { OwnVoice } from '@zhaoshi/portal/voice-views';
import type { FastifyInstance } from 'fastify';
import { findVoiceByCode, type VoiceRow } from '../../db/queries/public-voices.ts';
import { queryCodeHash } from '../../use-cases/applications/insert-application.ts';
import { openAnswer, openVoice } from '../../use-cases/voice/voice-seal.ts';
import type { ApplicantTools } from '../applicant/tools.ts';
import { receiptLookUp } from './receipt-look-up.ts';

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

/** The reply, for whoever has number and code. */
export const voiceReplyRoutes = (app: FastifyInstance, tools: ApplicantTools): void =>
  receiptLookUp(app, tools, {
    path: VOICE_REPLY,
    formPage: voiceReplyFormPage,
    find: async ({ number, code }) => {
      const { database, services } = tools.context;
      const codeHash = queryCodeHash(services.secretBox, code);
      const row = await findVoiceByCode(database, { codeHash, number });
      return row === undefined ? null : presentOwn(tools, row);
    },
    foundPage: ownVoicePage,
  });
