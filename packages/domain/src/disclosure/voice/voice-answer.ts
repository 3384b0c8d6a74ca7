import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { VoiceKind } from './voice.ts';

/** Where something that the public said stands. */
export const VOICE_STATUSES = { received: '待办理', answered: '已办理' } as const;

export type VoiceStatus = keyof typeof VOICE_STATUSES;

/** What became of a comment on a draft (决策条例16; 优化营商环境条例62). */
export const ADOPTIONS = { adopted: '采纳', partly: '部分采纳', notAdopted: '不予采纳' } as const;

export type Adoption = keyof typeof ADOPTIONS;

/** What the office decides on something the public said. */
export interface VoiceAnswer {
  /** Whether it is shown with the document; `null` for reports of errors, which never are. */
  readonly shows: boolean | null;
  /** Its words as they are shown: personal data taken out, nothing else changed. */
  readonly shownText: string;
  /** Why it is not shown. */
  readonly refusal: string;
  readonly reply: string;
  /** The edition in which the error is put right. */
  readonly fixedEdition: number | null;
  readonly adoption: Adoption | null;
  /** Why a comment is not, or only partly, adopted. */
  readonly adoptionReason: string;
}

export interface AnswerError {
  readonly pointer: string;
  readonly message: string;
}

const when = (is: boolean, pointer: string, message: string): readonly AnswerError[] =>
  is ? [{ pointer: `/${pointer}`, message }] : [];

function refuseShowing(kind: VoiceKind, { shows, shownText, refusal, reply }: VoiceAnswer) {
  return [
    ...when(shows === null, 'shows', '请选择是否公开展示。'),
    ...when(shows === true && shownText === '', 'shownText', '请填写公开展示的文字。'),
    ...when(shows === false && refusal === '', 'refusal', '请填写不予展示的理由。'),
    ...when(kind === 'question' && shows === true && reply === '', 'reply', '公开展示的提问须同时答复。'),
  ];
}

/**
 * What an answer lacks.
 *
 * @param editions how many editions the document has had; 0 for pages that are no document
 */
export function refuseAnswer(kind: VoiceKind, answer: VoiceAnswer, editions: number): readonly AnswerError[] {
  const { shows, reply, fixedEdition, adoption, adoptionReason } = answer;
  if (kind === 'errorReport') {
    return [
      ...when(reply === '', 'reply', '请填写答复。'),
      ...when(shows === true, 'shows', '报错不公开展示。'),
      ...when(
        fixedEdition !== null && fixedEdition > editions,
        'fixedEdition',
        `没有第${fixedEdition}版，请先发布更正的版本。`,
      ),
    ];
  }
  return [
    ...refuseShowing(kind, answer),
    ...when(fixedEdition !== null, 'fixedEdition', '只有报错可以注明更正的版本。'),
    ...when(kind !== 'comment' && adoption !== null, 'adoption', '只有意见可以注明采纳情况。'),
    ...when(
      adoption !== null && adoption !== 'adopted' && adoptionReason === '',
      'adoptionReason',
      '不采纳、部分采纳的，请填写理由。',
    ),
  ];
}

/** The last day to answer: valid messages unanswered for more than three months are a veto item (国办秘函〔2019〕19号). */
export const answerDueOn = (receivedOn: CivilDate, months: number): CivilDate =>
  addMonths(receivedOn, months);
