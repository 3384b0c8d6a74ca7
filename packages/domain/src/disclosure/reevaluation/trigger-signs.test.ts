import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { mayBeDecisionOf, refuseTrigger, reliesOn } from './trigger-signs.ts';

const day = (text: string): CivilDate => text as CivilDate;

test.each([
  ['示范县2026年农田水利管护办法起草过程中的讨论记录', '示范县农田水利管护办法', true],
  ['关于示范县农田水利管护办法的请示', '示范县农田水利管护办法', true],
  ['示范县农田水利管护办法起草说明', '示范县学前教育发展规划', false],
  ['示范县农田水利管护经费', '示范县农田水利管护办法（2026年修订）及其实施细则', false],
  ['任何内容的通知', '通知', false],
  ['', '示范县农田水利管护办法', false],
])('%s may belong to %s: %s', (withheld, title, expected) => {
  expect(mayBeDecisionOf(withheld, title)).toBe(expected);
});

describe('a reason relies on a document', () => {
  const rule = { documentNumber: '示范政发〔2019〕3号', title: '示范县会议纪要管理规定' };

  test.each([
    ['依据示范政发〔2019〕3号，会议纪要不公开', true],
    ['依据《示范县会议纪要管理规定》第五条', true],
    ['依据示范政发〔2019〕30号', false],
    ['属于内部管理信息', false],
  ])('%s: %s', (reason, expected) => {
    expect(reliesOn(reason, rule)).toBe(expected);
  });

  test('not by an empty number or a title that stands in everything', () => {
    expect(reliesOn('依据有关通知', { documentNumber: '', title: '通知' })).toBe(false);
  });
});

test.each([
  [{ kind: 'lawChanged', on: '2026-11-21', words: '规定已废止' }, []],
  [{ kind: 'secrecyPeriodEnded', on: '2030-01-01', words: '保密期限十年' }, []],
  [{ kind: 'consentGiven', on: '2026-11-22', words: '第三方来函' }, [/不能晚于今天/]],
  [{ kind: 'consentGiven', on: '2025-01-01', words: '第三方来函' }, [/不能早于/]],
  [{ kind: 'consentGiven', on: '2026-11-21', words: ' ' }, [/写明发生了什么/]],
] as const)('%j is refused for %j', ({ on, ...given }, expected) => {
  const found = refuseTrigger({ ...given, on: day(on) }, day('2026-01-01'), day('2026-11-21'));
  expect(found).toHaveLength(expected.length);
  expected.forEach((words, index) => {
    expect(found[index]).toMatch(words);
  });
});
