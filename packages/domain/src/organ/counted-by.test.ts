import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type CountedOrgan, countedBy } from './counted-by.ts';

const d = (text: string) => text as CivilDate;
const since = (successorId: string, validFrom = '2025-07-01', matters: string | null = null) => ({
  successorId,
  validFrom: d(validFrom),
  matters,
});

const organ = (organId: string, more: Partial<CountedOrgan> = {}): CountedOrgan => ({
  organId,
  isGovernment: false,
  validTo: null,
  isListed: false,
  successions: [],
  governmentId: 'government',
  officeId: 'office',
  ...more,
});
const government = organ('government', { isGovernment: true });
const office = organ('office');
const ended = (more: Partial<CountedOrgan> = {}) => organ('old', { validTo: d('2025-07-01'), ...more });

const by = (organId: string, organs: readonly CountedOrgan[], year = 2025): string | null =>
  countedBy(organId, year, new Map([government, office, ...organs].map((one) => [one.organId, one])));

describe('whose report counts an organ', () => {
  test('its own; of a government that of its office', () => {
    expect([by('old', [organ('old')]), by('government', []), by('office', [])]).toEqual([
      'old',
      'office',
      'office',
    ]);
  });

  test.each([
    ['who took over its powers', ended({ successions: [since('a')] }), 'a'],
    [
      'who took over all of them before who took over some',
      ended({ successions: [since('a', '2025-07-01', '审批'), since('b', '2025-08-01')] }),
      'b',
    ],
    [
      'of several parts the first',
      ended({ successions: [since('b', '2025-07-01', '执法'), since('a', '2025-07-01', '审批')] }),
      'a',
    ],
    [
      'itself once more, where the list asks it to',
      ended({ isListed: true, successions: [since('a')] }),
      'old',
    ],
    ['the office, where nobody took over', ended(), 'office'],
    [
      'itself in the year before it ended',
      ended({ validTo: d('2026-01-01'), successions: [since('a', '2026-01-01')] }),
      'old',
    ],
  ])('%s', (_, old, expected) => {
    expect(by('old', [old, organ('a'), organ('b')])).toBe(expected);
  });

  test('follows from one to the next, into another region, and up with a government that is no more', () => {
    const chain = [
      ended({ successions: [since('a')] }),
      organ('a', { validTo: d('2025-09-01'), successions: [since('b', '2025-09-01')] }),
      organ('b', { governmentId: 'elsewhere', officeId: null }),
    ];
    expect(by('old', chain)).toBe('b');
    const merged = organ('town', {
      isGovernment: true,
      validTo: d('2025-07-01'),
      officeId: 'oldOffice',
      successions: [since('government')],
    });
    expect(by('town', [merged])).toBe('office');
    expect(by('left', [merged, organ('left', { validTo: d('2025-07-01'), governmentId: 'town' })])).toBe(
      'office',
    );
  });

  test('nobody’s, where a government has no office or an ended one leads back to itself', () => {
    const alone = organ('alone', { isGovernment: true, officeId: null });
    expect(by('alone', [alone])).toBeNull();
    const round = [
      ended({ successions: [since('a')] }),
      organ('a', { validTo: d('2025-09-01'), successions: [since('old')] }),
    ];
    expect(by('old', round)).toBeNull();
  });

  test('always ends, at an organ that reports for itself', () => {
    const ids = ['a', 'b', 'c', 'd'] as const;
    const some = fc.array(fc.constantFrom(...ids), { maxLength: 3 });
    const one = fc.record({ isEnded: fc.boolean(), isListed: fc.boolean(), heirs: some });
    fc.assert(
      fc.property(fc.tuple(one, one, one, one), (facts) => {
        const organs = facts.map(({ isEnded, isListed, heirs }, index) =>
          organ(ids[index] ?? '', {
            isListed,
            validTo: isEnded ? d('2025-03-01') : null,
            successions: heirs.map((heir) => since(heir)),
          }),
        );
        for (const id of ids) {
          const reporter = by(id, organs);
          expect(reporter === null || by(reporter, organs) === reporter).toBe(true);
        }
      }),
      { seed: 20_260_131 },
    );
  });
});
