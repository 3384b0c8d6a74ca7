import { describe, expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { DELIVERY_RULES, type DeliveryContext } from './delivery.ts';
import { afterReturnWords, carrierIn, checkNotedDelivery, type NotedDelivery } from './noted-delivery.ts';

const HASH = 'a'.repeat(64);
const CONTEXT: DeliveryContext = {
  letterDate: day('2026-03-20'),
  today: day('2026-03-31'),
  electronicChosen: true,
};

const fieldsOf = (
  noted: Partial<NotedDelivery> & Pick<NotedDelivery, 'way'>,
  isReply = true,
  context: Partial<DeliveryContext> = {},
  rules = DELIVERY_RULES,
) =>
  checkNotedDelivery(
    { on: day('2026-03-23'), evidence: '张某签收', ...noted },
    { isReply, systemLog: HASH },
    rules,
    { ...CONTEXT, ...context },
  ).map(({ field }) => field);

describe('a delivery as it is noted', () => {
  it.each([
    ['direct', '张某签收'],
    ['post', 'EMS 1234567890123'],
    ['post', '挂号信 XA12345678911'],
    ['viaOrgan', '委托示范镇人民政府，张某签收'],
    ['electronic', '系统发送记录 20260323-001'],
  ] as const)('is taken with its proof: %s, %s', (way, evidence) => {
    expect(fieldsOf({ way, evidence })).toEqual([]);
    expect(fieldsOf({ way, evidence }, false)).toEqual([]);
  });

  it('by post needs a postal enterprise, never a courier', () => {
    expect(fieldsOf({ way: 'post', evidence: '1234567' })).toEqual(['evidence']);
    expect(fieldsOf({ way: 'post', evidence: '顺丰 SF123' })).toEqual(['evidence']);
    expect(fieldsOf({ way: 'post', evidence: '1234567', carrier: 'registered' })).toEqual([]);
    expect(fieldsOf({ way: 'post', evidence: '1234567', carrier: 'courier' })).toEqual(['carrier']);
  });

  it('is electronic only where that was chosen', () => {
    expect(fieldsOf({ way: 'electronic' }, true, { electronicChosen: false })).toEqual(['way']);
  });

  it('counts the reply from the day of its way, another letter from the day it arrived', () => {
    const posted = { way: 'post', evidence: 'EMS 1', sentOn: day('2026-03-21') } as const;
    expect(fieldsOf(posted)).toEqual(['on']);
    expect(fieldsOf({ ...posted, on: day('2026-03-21') })).toEqual([]);
    expect(fieldsOf(posted, false)).toEqual([]);
    expect(fieldsOf({ ...posted, receivedOn: day('2026-03-24') }, false)).toEqual(['on']);
    const viaOrgan = { way: 'viaOrgan', sentOn: day('2026-03-21') } as const;
    const fromSending = { ...DELIVERY_RULES, viaOrganCounts: 'sentOn' } as const;
    expect(fieldsOf(viaOrgan)).toEqual([]);
    expect(fieldsOf(viaOrgan, true, {}, fromSending)).toEqual(['on']);
  });

  it('arrives after it was sent, not before the letter and not in the future', () => {
    const posted = { way: 'post', evidence: 'EMS 1' } as const;
    expect(fieldsOf({ ...posted, receivedOn: day('2026-03-22') })).toEqual(['receivedOn']);
    expect(fieldsOf({ ...posted, on: day('2026-03-19') })).toEqual(['on']);
    expect(fieldsOf({ ...posted, on: day('2026-04-01') })).toEqual(['on']);
  });
});

it.each([
  ['EMS 1234567890123', 'ems'],
  ['邮政特快专递1234', 'ems'],
  ['挂号信 XA12345678911', 'registered'],
  ['RR123456789CN', 'registered'],
  ['顺丰SF1234567', 'courier'],
  ['中通快递', 'courier'],
  ['1234567890', null],
])('the carrier in “%s” is %s', (words, carrier) => {
  expect(carrierIn(words)).toBe(carrier);
});

it('after mail came back says what is to be done', () => {
  const words = (returns: number, publicNotice = false) =>
    afterReturnWords(returns, { ...DELIVERY_RULES, publicNotice });
  expect(words(0)).toBeNull();
  expect(words(1)).toContain('再次送达');
  expect(words(2)).toContain('继续联系申请人');
  expect(words(2, true)).toContain('公告送达');
});
