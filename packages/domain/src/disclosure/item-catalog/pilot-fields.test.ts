import { describe, expect, test } from 'vitest';
import { PILOT_FIELD_IDS, PILOT_FIELDS, pilotFieldIn } from './pilot-fields.ts';

describe('the 26 fields', () => {
  test('are 26, and each is found in the title of its catalogue', () => {
    expect(PILOT_FIELD_IDS).toHaveLength(26);
    for (const id of PILOT_FIELD_IDS) {
      expect(pilotFieldIn(`昭和县${PILOT_FIELDS[id].title}领域基层政务公开标准目录`)).toBe(id);
    }
    expect(PILOT_FIELD_IDS.filter((id) => PILOT_FIELDS[id].mark !== 'confirmed')).toEqual([
      'publicResourceTrading',
    ]);
  });

  test.each([
    ['昭和县环境保护领域目录', 'environment'],
    ['昭和县农村集体土地征收目录', 'landCompensation'],
    ['就业和社会保险领域目录', null],
    ['昭和县政务公开标准目录', null],
  ])('%s', (heading, field) => {
    expect(pilotFieldIn(heading)).toBe(field);
  });
});
