import { describe, expect, it } from 'vitest';
import { day, LEADS, march, stateAfter } from '../../test/case-lives.ts';
import type { ApplicationEvent } from '../application/act.ts';
import { DELIVERY_RULES } from '../delivery/delivery.ts';
import { contestedAct } from './contested-act.ts';

const TODAY = day('2026-06-01');

/** A case whose letter is of 10 March, delivered so. */
const delivered = (way: object, ...after: readonly ApplicationEvent[]): readonly ApplicationEvent[] => [
  ...LEADS.approved({}),
  { type: 'deliverReply', on: march(11), letterId: 'L5', way: 'post', ...way },
  ...after,
];

const contested = (events: readonly ApplicationEvent[], rules = DELIVERY_RULES) =>
  contestedAct({ events, state: stateAfter(events), dueOn: march(30) }, rules, TODAY);

describe('what a dispute takes from the application that it is about', () => {
  it.each([
    ['signed for', { way: 'direct' }, march(11)],
    ['posted, with the day of the receipt', { receivedOn: march(14) }, march(14)],
    ['posted, and nobody knows when it came', {}, null],
    ['through another organ, signed for', { way: 'viaOrgan', receivedOn: march(11) }, march(11)],
    ['sent electronically', { way: 'electronic' }, march(11)],
    ['sent electronically, entered later', { way: 'electronic', receivedOn: march(12) }, march(12)],
  ])('is the day of the letter, and that on which it came: %s', (_words, way, knownOn) => {
    const { words, ...days } = contested(delivered(way));
    expect(days).toEqual({ act: 'otherReply', actOn: march(10), knownOn });
    expect(words).toBe(
      knownOn === null ? '案卷里没有签收的日期：对方知道的日期请照回执、送达回证填写。' : '',
    );
  });

  it('follows the organ’s reading of what counts', () => {
    const rules = { ...DELIVERY_RULES, viaOrganCounts: 'sentOn' } as const;
    const way = { way: 'viaOrgan' };
    expect(contested(delivered(way), rules).knownOn).toBeNull();
    expect(contested(delivered({ ...way, receivedOn: march(13) }), rules).knownOn).toBe(march(13));
  });

  it('counts no mail that came back, but the delivery after it', () => {
    const returned = { type: 'noteReturnedMail', on: march(16), letterId: 'L5' } as const;
    const came = { receivedOn: march(14) };
    expect(contested(delivered(came, returned)).knownOn).toBeNull();
    const again = { type: 'redeliverReply', on: march(20), letterId: 'L5', way: 'direct' } as const;
    expect(contested(delivered(came, returned, again)).knownOn).toBe(march(20));
  });

  it('knows that who took the letter on the portal, or confirmed it, has it', () => {
    const taken = { type: 'receiveLetter', on: march(12), letterId: 'L5' } as const;
    expect(contested(delivered({ receivedOn: march(14) }, taken)).knownOn).toBe(march(12));
    const confirmed = { type: 'confirmDelivery', on: march(17), letterId: 'L5' } as const;
    expect(contested(delivered({}, confirmed)).knownOn).toBe(march(17));
    expect(contested(delivered({ receivedOn: march(14) }, confirmed)).knownOn).toBe(march(14));
  });

  it('is of silence no act, but the day on which the period to reply was over', () => {
    const events = LEADS.processing({});
    const state = stateAfter(events);
    const of = (today: string) =>
      contestedAct({ events, state, dueOn: march(30) }, DELIVERY_RULES, day(today));
    expect(of('2026-03-31')).toEqual({ act: 'silence', actOn: null, knownOn: march(30), words: '' });
    expect(of('2026-03-30')).toEqual({
      act: 'silence',
      actOn: null,
      knownOn: null,
      words: '答复期限到2026年3月30日，还没有届满。',
    });
  });

  it('is unknown of a case of an old register, whose letter is on paper', () => {
    const [register] = LEADS.registered({});
    if (register === undefined) throw new Error('no case');
    const imported = {
      type: 'importResult',
      on: march(9),
      outcome: 'partiallyGranted',
      dueOn: null,
    } as const;
    expect(contested([register, imported])).toEqual({
      act: 'partialRefusal',
      actOn: null,
      knownOn: null,
      words: '案卷里没有告知书：两个日期请照告知书的落款、送达回证填写。',
    });
  });

  it('is, of what ended without a reply, the letter that says so', () => {
    const events: readonly ApplicationEvent[] = [
      ...LEADS.awaitingCorrection({}),
      { type: 'lapseCorrection', on: march(26), letterId: 'L7' },
      { type: 'deliverLetter', on: march(27), letterId: 'L7', way: 'direct' },
    ];
    expect(contested(events)).toMatchObject({ act: 'otherReply', actOn: march(26), knownOn: march(27) });
  });
});
