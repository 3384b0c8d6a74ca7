import { describe, expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { SETTINGS } from '../setting/catalogue.ts';
import {
  afterReturn,
  checkDelivery,
  DELIVERY_RULES,
  DELIVERY_WAY_IDS,
  DELIVERY_WAYS,
  type Delivery,
  type DeliveryWay,
  deliveryRulesFrom,
  repliedOn,
} from './delivery.ts';

const SENT = day('2026-03-20');
const RECEIVED = day('2026-03-24');

/** A delivery of each way with all its evidence. */
const delivery = (way: DeliveryWay, more: Partial<Delivery> = {}): Delivery => ({
  way,
  sentOn: way === 'direct' ? null : SENT,
  receivedOn: way === 'post' || way === 'electronic' ? null : RECEIVED,
  carrier: way === 'post' ? 'ems' : null,
  mailNumber: way === 'post' ? '1000000000000' : '',
  signedProof: way === 'direct' || way === 'viaOrgan',
  systemLog: way === 'electronic' ? 'a'.repeat(64) : '',
  organName: way === 'viaOrgan' ? '昭和县某某镇人民政府' : '',
  ...more,
});

const context = { letterDate: SENT, today: day('2026-03-31'), electronicChosen: true };
const problems = (one: Delivery, more: Partial<typeof context> = {}) =>
  checkDelivery(one, DELIVERY_RULES, { ...context, ...more }).map(({ field, words }) => `${field}: ${words}`);

describe('the day that counts for “on time”', () => {
  it.each([
    ['direct', RECEIVED],
    ['post', SENT],
    ['viaOrgan', RECEIVED],
    ['electronic', SENT],
  ] as const)('%s: %s', (way, expected) => {
    const both = delivery(way, { sentOn: SENT, receivedOn: RECEIVED });
    expect(repliedOn(both, DELIVERY_RULES)).toBe(expected);
  });

  it('is chosen by settings where the law is silent, and only there', () => {
    const rules = deliveryRulesFrom({
      'delivery.electronicCountsFrom': '进入对方系统之日',
      'delivery.viaOtherOrganCountsFrom': '交付受托机关之日',
      'delivery.publicNotice': true,
    });
    const days = DELIVERY_WAY_IDS.map((way) =>
      repliedOn(delivery(way, { sentOn: SENT, receivedOn: RECEIVED }), rules),
    );
    expect(days).toEqual([RECEIVED, SENT, SENT, RECEIVED]);
  });

  it('has the defaults of the settings', () => {
    expect(
      deliveryRulesFrom({
        'delivery.electronicCountsFrom': SETTINGS['delivery.electronicCountsFrom'].defaultValue,
        'delivery.viaOtherOrganCountsFrom': SETTINGS['delivery.viaOtherOrganCountsFrom'].defaultValue,
        'delivery.publicNotice': SETTINGS['delivery.publicNotice'].defaultValue,
      }),
    ).toEqual(DELIVERY_RULES);
    for (const words of ['发出之日', '申请人签收之日'] as const) {
      expect(Object.values(DELIVERY_WAYS).map(({ timePoint }) => timePoint)).toContain(words);
    }
  });
});

describe('the evidence', () => {
  it.each(DELIVERY_WAY_IDS)('of %s is enough', (way) => {
    expect(problems(delivery(way))).toEqual([]);
  });

  it.each([
    ['direct', ['receivedOn', 'signedProof']],
    ['post', ['sentOn', 'carrier', 'mailNumber']],
    ['viaOrgan', ['sentOn', 'organName', 'receivedOn', 'signedProof']],
    ['electronic', ['sentOn', 'systemLog']],
  ] as const)('of %s is asked for: %j', (way, fields) => {
    const bare = delivery(way, {
      sentOn: null,
      receivedOn: null,
      carrier: null,
      mailNumber: ' ',
      signedProof: false,
      systemLog: '',
      organName: '',
    });
    expect(checkDelivery(bare, DELIVERY_RULES, context).map(({ field }) => field)).toEqual(fields);
  });

  it('is also the day that the organ counts by', () => {
    const rules = { ...DELIVERY_RULES, electronicCounts: 'receivedOn' } as const;
    expect(checkDelivery(delivery('electronic'), rules, context)).toEqual([
      { field: 'receivedOn', words: '请填写签收或者进入对方系统的日期' },
    ]);
  });
});

describe('what may not be', () => {
  it.each(DELIVERY_WAY_IDS)('%s against the applicant’s choice, only where it needs one', (way) => {
    expect(problems(delivery(way), { electronicChosen: false })).toEqual(
      way === 'electronic' ? ['way: 申请人没有选择电子方式，不能电子送达'] : [],
    );
  });

  it('post by a courier', () => {
    expect(problems(delivery('post', { carrier: 'courier' }))).toEqual([
      'carrier: 国家机关公文应当交邮政企业寄递，快递企业不得寄递（邮政法第五十五条）',
    ]);
  });

  it.each([
    [{ sentOn: day('2026-03-19') }, 'sentOn: 不能早于文书的成文日期'],
    [{ sentOn: day('2026-04-01') }, 'sentOn: 不能晚于今天'],
    [{ sentOn: day('2026-03-25'), receivedOn: RECEIVED }, 'receivedOn: 不能早于交邮、交付或者发出的日期'],
  ])('a day out of order: %j', (more, words) => {
    expect(problems(delivery('post', more))).toEqual([words]);
  });

  it('a record without its hash', () => {
    expect(problems(delivery('electronic', { systemLog: 'sent' }))).toEqual([
      'systemLog: 应为发送记录的 SHA-256 校验值',
    ]);
  });
});

describe('mail that comes back', () => {
  it.each([
    [1, false, 'sendAgain'],
    [1, true, 'sendAgain'],
    [2, false, 'contact'],
    [2, true, 'publicNotice'],
    [3, false, 'contact'],
  ] as const)('%i times, public notice allowed %s: %s', (returns, publicNotice, next) => {
    expect(afterReturn(returns, { ...DELIVERY_RULES, publicNotice })).toBe(next);
  });
});
