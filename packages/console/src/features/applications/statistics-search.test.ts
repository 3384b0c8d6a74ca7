import { describe, expect, it } from 'vitest';
import { askedDays, statisticsSearch } from './statistics-search.ts';

const ID = '00000000-0000-4000-8000-000000000001';

describe('the figures in an address', () => {
  it('are a year, or days of one’s own', () => {
    expect(statisticsSearch({ year: 2024 })).toEqual({ year: 2024 });
    expect(statisticsSearch({ year: 2024, from: '2024-03-01', to: '2024-03-31' })).toEqual({
      from: '2024-03-01',
      to: '2024-03-31',
    });
  });

  it('have an organ, those below it and a cell', () => {
    const search = { regionId: ID, organId: ID, below: true, row: 't3.granted', column: 'total' };
    expect(statisticsSearch(search)).toEqual(search);
  });

  it.each([
    [{ year: 'x' }],
    [{ year: 1900 }],
    [{ from: '2024-13-01', to: '2024-03-31' }],
    [{ organId: ID }],
    [{ row: 't3.granted' }],
    [{ row: 't3.granted', column: 'nobody' }],
    [{ below: 'yes' }],
  ])('leave out what is none: %j', (search) => {
    expect(statisticsSearch(search)).toEqual({});
  });

  it('are of this year where nothing is said, and of the form of the year in which they end', () => {
    expect(askedDays({}, 2026)).toEqual({ from: '2026-01-01', to: '2026-12-31', form: '2021' });
    expect(askedDays({ year: 2020 }, 2026).form).toBe('2019');
    expect(askedDays({ from: '2020-12-01', to: '2021-01-31' }, 2026).form).toBe('2021');
  });
});
