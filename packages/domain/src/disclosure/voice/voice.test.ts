import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { publicationRulesFrom } from '../../setting/publication-rules.ts';
import { settingsAt } from '../../setting/resolve.ts';
import { VOICE_SETTINGS } from '../../setting/voice-settings.ts';
import { type DocumentContent, EMPTY_CONTENT } from '../document-content.ts';
import { commentPeriod, isOpenOn } from './comment-period.ts';
import { checkVoice, voiceOf } from './voice.ts';
import { answerDueOn, refuseAnswer, type VoiceAnswer } from './voice-answer.ts';

const day = (text: string): CivilDate => text as CivilDate;
const context = { calendar: createCalendar(OFFICIAL_YEARS), rules: publicationRulesFrom(settingsAt('', [])) };
const periodOf = (given: Partial<DocumentContent>, reason = '') =>
  commentPeriod({ ...EMPTY_CONTENT, kind: 'draftForComment', ...given }, day('2026-11-02'), reason, context);

describe('the period of comments on a draft', () => {
  it('is 30 days from the day after publication where the document names no last day', () => {
    expect(periodOf({})?.until).toBe('2026-12-02');
    expect(periodOf({ matter: 'majorDecisionDraft' })?.until).toBe('2026-12-02');
  });

  it('is as long as the document says when that is longer', () => {
    expect(periodOf({ shownUntil: day('2027-01-15') })?.until).toBe('2027-01-15');
  });

  it('is shorter only with a reason (决策条例15)', () => {
    const short = { matter: 'marketRuleDraft', shownUntil: day('2026-11-12') } as const;
    expect(periodOf(short)).toMatchObject({ until: '2026-12-02', lacksReason: true });
    expect(periodOf(short, '汛期将至')).toMatchObject({ until: '2026-11-12', lacksReason: false });
  });

  it('is open to the end of its last day', () => {
    const period = { until: day('2026-12-02') };
    expect([isOpenOn(period, day('2026-12-02')), isOpenOn(period, day('2026-12-03'))]).toEqual([true, false]);
  });

  it('is none of what is no draft', () => {
    expect(commentPeriod(EMPTY_CONTENT, day('2026-11-02'), '', context)).toBeNull();
  });
});

describe('what is typed', () => {
  it('may be anonymous, and not empty or too long', () => {
    expect(voiceOf({ text: ' 错了 ' })).toEqual({ text: '错了', name: '', contact: '' });
    expect(checkVoice({ text: '  ' })).toEqual([{ field: 'text', message: '请填写内容。' }]);
    expect(checkVoice({ text: '字'.repeat(2001) })[0]?.message).toContain('不能超过2000个字');
  });
});

describe('an answer', () => {
  const answer: VoiceAnswer = {
    shows: null,
    shownText: '',
    refusal: '',
    reply: '',
    fixedEdition: null,
    adoption: null,
    adoptionReason: '',
  };
  const pointers = (kind: Parameters<typeof refuseAnswer>[0], given: Partial<VoiceAnswer>) =>
    refuseAnswer(kind, { ...answer, ...given }, 2).map(({ pointer }) => pointer);

  it('to a report needs a reply, shows nothing and names an edition that there is', () => {
    expect(pointers('errorReport', { reply: '已更正', fixedEdition: 2 })).toEqual([]);
    expect(pointers('errorReport', { shows: true, fixedEdition: 3 })).toEqual([
      '/reply',
      '/shows',
      '/fixedEdition',
    ]);
  });

  it('says whether it is shown, with its words or the reason why not', () => {
    expect(pointers('question', {})).toEqual(['/shows']);
    expect(pointers('question', { shows: true })).toEqual(['/shownText', '/reply']);
    expect(pointers('question', { shows: false })).toEqual(['/refusal']);
    expect(pointers('question', { shows: false, refusal: '涉及个人隐私' })).toEqual([]);
  });

  it('to a comment gives the reason when it is not adopted', () => {
    const shown = { shows: true, shownText: '建议' };
    expect(pointers('comment', { ...shown, adoption: 'adopted' })).toEqual([]);
    expect(pointers('comment', { ...shown, adoption: 'notAdopted' })).toEqual(['/adoptionReason']);
    expect(pointers('question', { ...shown, reply: '答', adoption: 'adopted' })).toEqual(['/adoption']);
  });

  it('is due after the months of the setting', () => {
    expect(answerDueOn(day('2026-11-30'), 3)).toBe('2027-02-28');
  });
});

it('the setting of kinds takes their names only', () => {
  const { parse } = VOICE_SETTINGS['voice.questionKinds'];
  expect(parse('政策解读；公告、通告、通知').ok).toBe(true);
  expect(parse('新闻')).toEqual({ ok: false, error: '没有“新闻”这种体裁' });
});
