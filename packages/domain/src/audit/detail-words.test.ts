import { describe, expect, it } from 'vitest';
import { detailLabel, detailText } from './detail-words.ts';

describe('a detail of an audit entry', () => {
  it.each([
    [null, '（空）'],
    [[], '（空）'],
    [true, '是'],
    [false, '否'],
    [3, '3'],
    ['disclosureOfficer', '信息公开专员'],
    ['enrolSecondFactor', '须设置动态口令'],
    ['河东县', '河东县'],
    [['drafter', 'leader'], '经办人、分管领导'],
    [{ name: '甲', validTo: null }, '名称：甲\n终止日期：（空）'],
  ])('%j reads %j', (value, words) => {
    expect(detailText(value)).toBe(words);
  });

  it('without a label stands under its own name', () => {
    expect([detailLabel('role'), detailLabel('unheard')]).toEqual(['角色', 'unheard']);
  });
});
