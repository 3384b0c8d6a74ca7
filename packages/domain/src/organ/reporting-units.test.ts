import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type Candidate, reportDue, reportScopeOf, startReportingUnits } from './reporting-units.ts';
import { TREE_KIND_NAMES } from './tree.ts';

const d = (text: string) => text as CivilDate;

const candidate = (organId: string, more: Partial<Candidate> = {}): Candidate => ({
  organId,
  kind: 'department',
  validFrom: d('2019-01-01'),
  validTo: null,
  successors: [],
  ...more,
});

describe('startReportingUnits', () => {
  test('takes over the year before in its order, with what was decided, and adds who is new', () => {
    const before = [
      { organId: 'b', included: false, reason: '不具有外部性' },
      { organId: 'a', included: true, reason: null },
    ];
    const all = [candidate('a'), candidate('b'), candidate('c', { validFrom: d('2025-06-01') })];
    expect(startReportingUnits(2025, all, before)).toEqual([
      ...before,
      { organId: 'c', included: true, reason: null },
    ]);
  });

  test('leaves out who ended in the year, and says who reports both parts', () => {
    const ended = candidate('a', { validTo: d('2025-07-01'), successors: ['甲局', '乙局'] });
    expect(startReportingUnits(2025, [ended], [{ organId: 'a', included: true, reason: null }])).toEqual([
      { organId: 'a', included: false, reason: '2025-07-01起不再保留，由甲局、乙局一并报送' },
    ]);
    const alone = candidate('a', { validTo: d('2025-07-01') });
    expect(startReportingUnits(2025, [alone], [])).toEqual([
      { organId: 'a', included: false, reason: '2025-07-01起不再保留，由政府办公厅（室）一并报送' },
    ]);
  });

  test.each([
    ['ended before the year', { validTo: d('2025-01-01') }],
    ['came after it', { validFrom: d('2026-01-01') }],
    ['is a village', { kind: 'village' as const }],
  ])('does not name who %s', (_, more) => {
    expect(startReportingUnits(2025, [candidate('a', more)], [])).toEqual([]);
  });

  test('names nobody twice and nobody unknown, whatever the lists', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const list = fc.uniqueArray(fc.record({ organId: ids, included: fc.boolean() }), {
      selector: ({ organId }) => organId,
    });
    fc.assert(
      fc.property(list, fc.uniqueArray(ids), (before, known) => {
        const started = startReportingUnits(
          2025,
          known.map((organId) => candidate(organId)),
          before.map((choice) => ({ ...choice, reason: choice.included ? null : '理由' })),
        );
        expect(started.map(({ organId }) => organId).toSorted()).toEqual(known.toSorted());
        expect(started.every(({ included, reason }) => included || reason !== null)).toBe(true);
      }),
      { seed: 20_260_131 },
    );
  });
});

test('what each kind sends in, and by when (条例49, 国办公开办函〔2021〕30号)', () => {
  expect(
    TREE_KIND_NAMES.map((kind) => [kind, reportScopeOf(kind), reportDue(kind, 2025)?.date ?? null]),
  ).toEqual([
    ['provinceGovernment', 'regionGovernment', '2026-03-31'],
    ['cityGovernment', 'regionGovernment', '2026-03-10'],
    ['countyGovernment', 'regionGovernment', '2026-02-20'],
    ['governmentOrgan', 'governmentOrgan', '2026-01-31'],
    ['department', 'organ', '2026-01-31'],
    ['township', 'organ', '2026-01-31'],
    ['subdistrictOffice', 'organ', '2026-01-31'],
    ['village', null, null],
  ]);
});
