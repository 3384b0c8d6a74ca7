import { describe, expect, test } from 'vitest';
import type { TreeKind } from '../../organ/tree.ts';
import { matchOrgans } from './match-organs.ts';

const organ = (organId: string, name: string, kind: TreeKind) => ({ organId, name, kind });

const ORGANS = [
  organ('gov', '昭和县人民政府', 'countyGovernment'),
  organ('office', '昭和县人民政府办公室', 'governmentOrgan'),
  organ('civil', '昭和县民政局', 'department'),
  organ('education', '昭和县教育和体育局', 'department'),
  organ('health', '昭和县卫生健康委员会', 'department'),
  organ('east', '东山镇人民政府', 'township'),
  organ('west', '西河乡人民政府', 'township'),
  organ('town', '城关街道办事处', 'subdistrictOffice'),
];

describe('公开主体', () => {
  test.each([
    ['昭和县民政局', ['civil']],
    ['县民政局', ['civil']],
    ['民政局', ['civil']],
    ['民政局、县卫健委', ['civil'], ['县卫健委']],
    ['县卫生健康委', ['health']],
    ['教育和体育局', ['education']],
    ['民政局和教育和体育局', ['civil'], ['教育', '体育局']],
    ['县政府办公室', ['office']],
    ['县政府', ['gov']],
    ['县人民政府；各乡（镇）人民政府', ['gov', 'east', 'west']],
    ['各乡镇人民政府（街道办事处）', ['east', 'west', 'town']],
    ['乡镇、街道', ['east', 'west', 'town']],
    ['东山镇', ['east']],
    ['县民政局\n东山镇人民政府', ['civil', 'east']],
    ['村民委员会', [], ['村民委员会']],
    ['征收部门', [], ['征收部门']],
    ['', []],
  ])('%s', (words, ids, unmatched: readonly string[] = []) => {
    expect(matchOrgans(words, ORGANS, '昭和县')).toEqual({ organIds: ids, unmatched });
  });

  test('a name that fits two organs is left to a person', () => {
    const two = [...ORGANS, organ('second', '民政局', 'department')];
    expect(matchOrgans('县民政局', two, '昭和县')).toEqual({ organIds: [], unmatched: ['县民政局'] });
    expect(matchOrgans('民政局', two, '昭和县').organIds).toEqual(['second']);
  });
});
