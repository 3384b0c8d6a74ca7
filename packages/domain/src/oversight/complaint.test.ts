import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  actTitle,
  COMPLAINT_ACT_NAMES,
  COMPLAINT_STATUSES,
  type ComplaintState,
  type ComplaintStatus,
  complaintLawOn,
  hindranceOf,
  openActs,
  statusAfter,
} from './complaint.ts';

const state = (given: Partial<ComplaintState>): ComplaintState => ({
  kind: 'notPublished',
  receivedOn: '2026-11-20' as CivilDate,
  status: 'received',
  finding: null,
  isExtended: false,
  orders: 0,
  circulars: 0,
  ...given,
});

it.each([
  ['received', ['accept', 'redirect', 'extend']],
  ['accepted', ['find', 'redirect', 'extend']],
  ['found', ['order', 'circular', 'refer', 'tell', 'extend']],
  ['told', ['order', 'circular', 'refer']],
  ['redirected', []],
  ['closed', []],
] as const)('what may be done with one that is %s and true', (status, acts) => {
  expect(openActs(state({ status, finding: 'true' }))).toEqual(acts);
});

it.each(['true', 'partly'] as const)(
  'what was found %s is not closed without an order or a circular (条例47)',
  (finding) => {
    const told = state({ status: 'told', finding });
    expect(hindranceOf('close', told)).toContain('应当督促整改或者通报批评');
    expect(hindranceOf('close', { ...told, orders: 1 })).toBeNull();
    expect(hindranceOf('close', { ...told, circulars: 1 })).toBeNull();
  },
);

it('what was found untrue is closed without, and nobody is held to account for it', () => {
  const told = state({ status: 'told', finding: 'untrue' });
  expect(openActs(told)).toEqual(['close']);
  expect(openActs(state({ status: 'found', finding: 'untrue' }))).toEqual(['tell', 'extend']);
});

it('the time is made longer once', () => {
  expect(hindranceOf('extend', state({ isExtended: true }))).toBe('办理期限已经延长过一次，不能再延长。');
});

it('every way ends: from each state some act leads on, and none leads back', () => {
  const order = Object.keys(COMPLAINT_STATUSES);
  const lead = (status: ComplaintStatus) =>
    COMPLAINT_ACT_NAMES.filter(
      (act) => hindranceOf(act, state({ status, finding: 'true', orders: 1 })) === null,
    )
      .map((act) => statusAfter(act, status))
      .filter((next) => next !== status);
  for (const status of ['received', 'accepted', 'found', 'told'] as const) {
    const next = lead(status);
    expect(next.length).toBeGreaterThan(0);
    for (const one of next)
      expect(one === 'redirected' || order.indexOf(one) > order.indexOf(status)).toBe(true);
  }
});

it('village affairs that were found true end with an order to publish, by the law of villages alone', () => {
  const found = state({ kind: 'villageAffairs', status: 'found', finding: 'true' });
  expect(openActs(found)).toEqual(['order', 'refer', 'tell', 'extend']);
  expect(actTitle('order', 'villageAffairs')).toBe('责令依法公布');
  const told = state({ kind: 'villageAffairs', status: 'told', finding: 'true', circulars: 1 });
  expect(hindranceOf('close', told)).toBe(
    '查证属实的，应当责令依法公布（村民委员会组织法第三十六条）。请先下达整改通知，再办结。',
  );
  expect(hindranceOf('close', { ...told, orders: 1 })).toBeNull();
});

it.each([
  ['2025-12-31', '村民委员会组织法（2018年修正）第三十一条'],
  ['2026-01-01', '村民委员会组织法第三十六条'],
])('what came on %s cites %s', (day, law) => {
  expect(complaintLawOn('villageAffairs', day as CivilDate)).toBe(law);
});

it('the step that leads on comes first', () => {
  const found = state({ status: 'found', finding: 'true', orders: 1 });
  expect(openActs(found)).toEqual(['tell', 'order', 'circular', 'refer', 'extend']);
  expect(openActs({ ...found, status: 'told' })[0]).toBe('close');
});
