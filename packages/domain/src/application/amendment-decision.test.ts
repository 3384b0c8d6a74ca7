import { describe, expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import {
  AMENDMENT_DECISION_IDS,
  type AmendmentCommand,
  type AmendmentState,
  amendmentLetterFields,
  decideAmendment,
  rowOfDecision,
} from './amendment-decision.ts';
import { AMENDMENT_STATUSES, type AmendmentStatus } from './record-amendment.ts';

const TODAY = day('2026-11-21');
const RECEIVED: AmendmentState = {
  status: 'received',
  organName: '昭和县住房和城乡建设局',
  receivedOn: day('2026-11-10'),
};
const WORDS = { reason: '与登记簿核对一致', organInCharge: '昭和县公安局', organContact: '0000-7654321' };

const command = (more: Partial<AmendmentCommand> = {}): AmendmentCommand => ({
  decision: 'amended',
  on: TODAY,
  texts: WORDS,
  ...more,
});

const refusals = (state: AmendmentState, asked: AmendmentCommand) => {
  const decided = decideAmendment(state, asked, TODAY);
  return decided.ok ? [] : decided.error.map(({ field, message }) => [field, message]);
};

describe('deciding on a record', () => {
  const statuses = Object.keys(AMENDMENT_STATUSES) as readonly AmendmentStatus[];
  const all = statuses.flatMap((status) => AMENDMENT_DECISION_IDS.map((decision) => ({ status, decision })));

  it.each(all)('$decision while it is $status', ({ status, decision }) => {
    expect(refusals({ ...RECEIVED, status }, command({ decision }))).toEqual(
      status === 'received' ? [] : [['', '这件更正申请已经办结，不能再次决定。']],
    );
  });

  it.each([
    ['amended', ['reason']],
    ['declined', ['reason']],
    ['forwarded', ['organInCharge']],
    ['referred', ['organInCharge', 'reason']],
  ] as const)('asks for what the letter of %s cannot do without', (decision, needed) => {
    const told = refusals(RECEIVED, command({ decision, texts: { reason: ' ' } }));
    expect(told.map(([field]) => field)).toEqual(needed.map((key) => `/texts/${key}`));
  });

  it('keeps only the words that belong to the decision', () => {
    const decided = decideAmendment(RECEIVED, command({ decision: 'declined' }), TODAY);
    expect(decided).toEqual({ ok: true, value: { reason: WORDS.reason } });
  });

  it.each([
    ['2026-11-22', '日期不能晚于今天。'],
    ['2026-11-09', '日期早于收到更正申请的日期。'],
  ])('is dated neither later than today nor before the request: %s', (on, message) => {
    expect(refusals(RECEIVED, command({ on: day(on) }))).toEqual([['/on', message]]);
  });

  it('is not handed on to the organ itself', () => {
    const texts = { ...WORDS, organInCharge: RECEIVED.organName };
    for (const decision of ['forwarded', 'referred'] as const) {
      expect(refusals(RECEIVED, command({ decision, texts }))).toEqual([
        ['/texts/organInCharge', expect.stringContaining('这里填写的是本机关')],
      ]);
    }
  });

  it('names the article for every decision', () => {
    expect(AMENDMENT_DECISION_IDS.filter((id) => !rowOfDecision(id).law.includes('第四十一条'))).toEqual([]);
  });
});

describe('the letter of the decision', () => {
  const REQUEST = { record: '登记簿第3页。', fault: '姓名写错' };

  it('says what was asked, what was decided and why', () => {
    expect(amendmentLetterFields(command(), REQUEST, RECEIVED.receivedOn)).toEqual({
      requestedOn: '2026-11-10',
      record: '登记簿第3页。姓名写错',
      result: 'amended',
      reason: WORDS.reason,
    });
  });

  it('of forwarding has no result but the organ', () => {
    const fields = amendmentLetterFields(command({ decision: 'forwarded' }), REQUEST, RECEIVED.receivedOn);
    expect(fields).toMatchObject({ organInCharge: '昭和县公安局', organContact: '0000-7654321' });
    expect(Object.keys(fields)).not.toContain('result');
  });
});
