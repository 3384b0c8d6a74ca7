import type { Rejection } from '@zhaoshi/contract/problems';
import { kindTitle, scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import { refuseAnswer, type VoiceAnswer } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { complaintOfVoice } from '../../db/queries/complaints.ts';
import { lockVoice, type VoiceIds } from '../../db/queries/public-voices.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { writeAnswer } from './write-answer.ts';

type AnswerError = ReturnType<typeof refuseAnswer>[number];

/** What may not be public stands in none of the texts that will be (publication.md §9). */
function refusePersonal(answer: VoiceAnswer, today: CivilDate): readonly AnswerError[] {
  if (answer.shows !== true) return [];
  const texts = { shownText: answer.shownText, reply: answer.reply, adoptionReason: answer.adoptionReason };
  return Object.entries(texts).flatMap(([field, text]) => {
    const pieces = [{ kind: 'text', text, place: { kind: 'field' } }] as const;
    const found = scanText(pieces, { today }).filter(({ severity }) => severity === 'blocks');
    const kinds = [...new Set(found.map(kindTitle))].join('、');
    return kinds === ''
      ? []
      : [{ pointer: `/${field}`, message: `公开的文字中有${kinds}，请删去或者遮盖后再展示。` }];
  });
}

/**
 * Answers what somebody said, and lets the public see it or not, with the reason. It can be answered anew; the trail
 * keeps who decided what.
 */
export async function answerVoice(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { ids, answer }: { readonly ids: VoiceIds; readonly answer: VoiceAnswer },
): Promise<Result<VoiceIds, Rejection>> {
  const { change, reaches, caller, now, expectedVersion, services } = context;
  return await change(async (transaction) => {
    const row = await lockVoice(transaction, ids);
    if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const complaint = await complaintOfVoice(transaction, ids);
    if (complaint !== undefined) {
      const detail = '这一件已经转为投诉，答复保留原样；办理结果在投诉里告知。';
      return err({ code: 'state-refuses', detail });
    }
    const errors = [
      ...refuseAnswer(row.kind, answer, row.editions),
      ...refusePersonal(answer, civilDateAt(now())),
    ];
    if (errors.length > 0) return err({ code: 'invalid', errors: [...errors] });
    const { shows, fixedEdition, adoption } = answer;
    await writeAnswer(transaction, row, answer, { by: caller.accountId, at: now(), box: services.secretBox });
    return ok({
      value: ids,
      subject: `publicVoice/${row.voice_id}`,
      organPath: row.organ_path,
      details: {
        kind: row.kind,
        before: { shows: row.shows, adoption: row.adoption, fixedEdition: row.fixed_edition },
        after: { shows, adoption, fixedEdition },
      },
    });
  });
}
