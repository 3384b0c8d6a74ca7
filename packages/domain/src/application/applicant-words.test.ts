import { describe, expect, it } from 'vitest';
import { eventWords } from './applicant-words.ts';
import { ACT_TYPES, TRANSITIONS } from './transitions.ts';

describe('what the applicant is told', () => {
  it('keeps inside who works on the case, what was searched and drafted, what others say', () => {
    const inside = ACT_TYPES.filter((type) => eventWords(type, false) === null);
    expect(inside).toEqual([
      'logContact',
      'correctApplicantKind',
      'assign',
      'proposeExtension',
      'declineExtension',
      'judgeReasons',
      'logSearch',
      'requestAssistance',
      'answerAssistance',
      'linkCase',
      'proposePromotion',
      'draftReply',
      'discardDraft',
      'submitReply',
      'reviewReply',
      'returnReply',
      'approveReply',
      'notifyThirdParty',
      'deliverLetter',
      'archive',
      'note',
    ]);
  });

  it('tells everything that the applicant did', () => {
    for (const type of ACT_TYPES.filter((one) => TRANSITIONS[one].by.includes('applicant'))) {
      expect(eventWords(type, true), type).toContain('您');
    }
  });
});
