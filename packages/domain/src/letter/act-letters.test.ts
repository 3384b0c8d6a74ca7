import { describe, expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import type { ApplicationAct } from '../application/act.ts';
import { OUTCOME_IDS } from '../application/outcome.ts';
import { ACT_TYPES } from '../application/transitions.ts';
import { consultedField, fieldsOfAct, fieldsOfDraft, letterOfAct, pointerOfField } from './act-letters.ts';
import { LETTER_KINDS, templateOf } from './letter-kinds.ts';

const on = day('2026-11-20');
const correction: ApplicationAct = { type: 'noticeCorrection', on, letterId: 'L', days: 10 };

describe('the letter of an act', () => {
  it('is that of the catalogue', () => {
    const sent = ACT_TYPES.flatMap((type) => {
      const kind = letterOfAct({ type, kind: 'organConsultation' }, 'granted.provided');
      return kind === null ? [] : [`${type} ${LETTER_KINDS[kind].title}`];
    });
    expect(sent).toEqual([
      'confirmReceipt 政府信息公开申请接收回执',
      'correctReceipt 政府信息公开申请接收回执',
      'noticeCorrection 政府信息公开申请补正告知书',
      'lapseCorrection 不再处理告知书',
      'sendConsultation 协办函',
      'approveExtension 延期答复告知书',
      'tellDue 答复期限变更告知书',
      'requestReasons 说明理由告知书',
      'deferReply 延迟答复告知书',
      'noticeFee 信息处理费收费通知书',
      'lapsePayment 不再处理告知书',
      'requestAssistance 协办函',
      'decidePromotion 纳入主动公开告知书',
      'approveReply 政府信息公开告知书',
      'notifyThirdParty 依申请公开告知书',
      'withdraw 不再处理告知书',
    ]);
  });

  it('goes to whom the consultation asks', () => {
    const to = (kind: 'thirdPartyConsultation' | 'coMakerConsultation' | 'organConsultation') => {
      const letter = letterOfAct({ type: 'sendConsultation', kind }, null);
      return letter === null ? null : LETTER_KINDS[letter].to;
    };
    expect([to('thirdPartyConsultation'), to('coMakerConsultation'), to('organConsultation')]).toEqual([
      'thirdParty',
      'coMaker',
      'organ',
    ]);
  });

  it('of an approval states the outcome that was drafted', () => {
    for (const outcome of OUTCOME_IDS) {
      expect(letterOfAct({ type: 'approveReply' }, outcome)).toBe(`replyLetter.${outcome}`);
    }
    expect(letterOfAct({ type: 'approveReply' }, null)).toBeNull();
  });

  it('names every way of consulting as its wording does', () => {
    const [field] = templateOf('consultationNotice', on).fields;
    const ids = (['thirdPartyConsultation', 'coMakerConsultation', 'organConsultation'] as const).map(
      (kind) => consultedField(kind)['consulted'],
    );
    expect(field?.kind === 'choice' && Object.keys(field.options)).toEqual(ids);
  });
});

describe('the fields of a letter', () => {
  it('are the facts and words of the act, never another number of days than the case counts', () => {
    const texts = { matters: '年度', guidance: '', 'letter.days': '30', 'letter.grounds': 'description' };
    const keys = ['grounds', 'matters', 'guidance', 'days'];
    expect(fieldsOfAct(correction, texts, keys)).toEqual({
      grounds: 'description',
      matters: '年度',
      days: '10',
    });
  });

  it('of an assistance request ask what the consultation asks, unless it is said otherwise', () => {
    const act: ApplicationAct = {
      type: 'sendConsultation',
      on,
      consultationId: 'C',
      kind: 'organConsultation',
      letterId: 'L',
    };
    expect(fieldsOfAct(act, { content: '请核实' }, ['question'])).toEqual({ question: '请核实' });
    expect(fieldsOfAct(act, { content: '请核实', 'letter.question': '请检索' }, ['question'])).toEqual({
      question: '请检索',
    });
    expect(pointerOfField(act, 'question')).toBe('/texts/content');
    expect(pointerOfField(act, 'replyBy')).toBe('/texts/letter.replyBy');
  });

  it('of an assistance request say the day that the act asks for', () => {
    const act: ApplicationAct = {
      type: 'requestAssistance',
      on,
      assistanceId: 'A',
      dueOn: day('2026-11-27'),
      letterId: 'L',
    };
    const words = { unit: '县档案馆', question: '请检索', 'letter.replyBy': '2026-12-31' };
    expect(fieldsOfAct(act, words, ['question', 'replyBy'])).toEqual({
      question: '请检索',
      replyBy: '2026-11-27',
    });
    expect(['question', 'replyBy'].map((key) => pointerOfField(act, key))).toEqual([
      '/texts/question',
      '/act/dueOn',
    ]);
  });

  it('of a draft are kept apart from its other words', () => {
    expect(fieldsOfDraft({ note: '拟办', 'letter.reason': '理由' })).toEqual({ reason: '理由' });
  });

  it('are pointed at where they are entered', () => {
    expect(['grounds', 'matters', 'days'].map((key) => pointerOfField(correction, key))).toEqual([
      '/texts/letter.grounds',
      '/texts/matters',
      '/act/days',
    ]);
  });
});
