import { expect, it } from 'vitest';
import { DELIVERY_RULES } from '../delivery/delivery.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type AmendmentDelivery, refuseAmendmentDelivery } from './amendment-delivery.ts';

const day = (text: string): CivilDate => text as CivilDate;
const DECIDED = { status: 'amended', letterDate: day('2026-11-18') } as const;

const refused = (
  change: Partial<AmendmentDelivery>,
  facts: Parameters<typeof refuseAmendmentDelivery>[0] = DECIDED,
) =>
  refuseAmendmentDelivery(
    facts,
    { way: 'direct', on: day('2026-11-19'), evidence: '本人签收', ...change },
    DELIVERY_RULES,
    day('2026-11-21'),
  );

it('takes a letter that was signed for, posted by the post, or handed over by another organ', () => {
  expect(refused({})).toEqual([]);
  expect(refused({ way: 'post', evidence: 'EMS 1234567890123' })).toEqual([]);
  expect(refused({ way: 'viaOrgan', evidence: '示范镇人民政府代送，本人签收' })).toEqual([]);
});

it.each<[string, Partial<AmendmentDelivery>, string, string]>([
  ['without proof', { evidence: ' ' }, '/evidence', '送达回证'],
  ['by a courier', { way: 'post', evidence: '顺丰 SF1234567890' }, '/evidence', '邮政法第五十五条'],
  ['by a post that is not named', { way: 'post', evidence: '已寄' }, '/evidence', '邮件号'],
  ['before its letter', { on: day('2026-11-17') }, '/on', '成文日期'],
  ['tomorrow', { on: day('2026-11-22') }, '/on', '今天'],
])('refuses one %s', (_name, change, field, words) => {
  const [first] = refused(change);
  expect(first?.field).toBe(field);
  expect(first?.message).toContain(words);
});

it('refuses one of a request that is not decided', () => {
  expect(refused({}, { status: 'received', letterDate: null })[0]?.message).toContain('请先作出决定');
});
