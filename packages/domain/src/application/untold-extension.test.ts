import { describe, expect, it } from 'vitest';
import { context, day, march, stateAfter } from '../../test/case-lives.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationEvent } from './act.ts';
import { concludingWarnings } from './concluding-warnings.ts';
import { untoldExtension } from './untold-extension.ts';

/** Received on 2 March 2026: due on 30 March, extended by ten days to 14 April. */
const extended: readonly ApplicationEvent[] = [
  { type: 'register', on: march(2), receiptDate: march(2), isImported: false },
  { type: 'takeUp', on: march(3) },
  { type: 'approveExtension', on: march(20), days: 10, letterId: 'told' },
];

const told = (on = march(23)): ApplicationEvent => ({
  type: 'deliverLetter',
  on,
  letterId: 'told',
  way: 'direct',
});

const replied = (on: CivilDate): readonly ApplicationEvent[] => [
  { type: 'draftReply', on, outcome: 'granted.alreadyPublic' },
  { type: 'submitReply', on },
  { type: 'approveReply', on, letterId: 'reply' },
  { type: 'deliverReply', on, letterId: 'reply', way: 'direct' },
];

const april = (date: number): CivilDate => day(`2026-04-${String(date).padStart(2, '0')}`);
const said = (events: readonly ApplicationEvent[], today: CivilDate): string | null =>
  untoldExtension(stateAfter(events), { ...context, today });

describe('an extension of which the applicant was not told (条例33¶2)', () => {
  it('is to be told before the first period ends', () => {
    expect(said(extended, march(30))).toContain('请在没有延期时的期限2026年3月30日以前送达并登记');
    expect(said(extended, march(31))).toContain('2026年3月30日已过，申请人可能主张本件逾期');
  });

  it('is spoken of when the late reply has gone out and when the case is closed, and stops nothing', () => {
    const late = [...extended, ...replied(april(10))];
    const words = said(late, april(13));
    expect(words).toContain('答复于2026年4月10日送达，晚于没有延期时的期限2026年3月30日');
    expect(said([...late, { type: 'close', on: april(13) }], april(20))).toBe(words);
  });

  it('is not spoken of where it was told, even afterwards, or where the reply needed no extension', () => {
    expect(said([...extended, told()], march(24))).toBeNull();
    expect(said([...extended, ...replied(april(10)), told(april(11))], april(13))).toBeNull();
    expect(said([...extended, ...replied(march(30))], april(13))).toBeNull();
    expect(said(extended.slice(0, 2), april(13))).toBeNull();
  });

  it('is no matter once a correction or a withdrawal took its place', () => {
    expect(said([...extended, { type: 'withdraw', on: april(1) }], april(2))).toBeNull();
    const corrected: readonly ApplicationEvent[] = [
      ...extended,
      { type: 'noticeCorrection', on: march(23), letterId: 'c', days: 15, isLate: true },
      { type: 'deliverLetter', on: march(24), letterId: 'c', way: 'direct' },
      { type: 'acceptCorrection', on: march(26) },
    ];
    expect(said(corrected, april(2))).toBeNull();
  });
});

describe('what is said before the office is done with a case', () => {
  const warned = (type: 'close' | 'archive' | 'note', events: readonly ApplicationEvent[]) =>
    concludingWarnings(type, stateAfter(events), { ...context, today: april(13) });

  it('is the extension where it closes, and the letters without a delivery where it is archived', () => {
    const late = [...extended, ...replied(april(10))];
    expect(warned('close', late)).toEqual([expect.stringContaining('延期答复告知书还没有登记送达')]);
    expect(warned('archive', late)).toEqual([expect.stringContaining('还有1份给申请人的文书没有登记送达')]);
    expect(warned('note', late)).toEqual([]);
    expect(warned('archive', [...extended, told(), ...replied(april(10))])).toEqual([]);
  });
});
