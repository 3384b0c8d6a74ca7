import { describe, expect, it } from 'vitest';
import { normaliseLabel, splitOrdinal } from './labels.ts';

describe('normaliseLabel', () => {
  it.each([
    ['自\n然\n人', '自然人'],
    ['（三）\n不予\n公开', '(三)不予公开'],
    ['3. 危及“三 安全一稳 定”', '3.危及三安全一稳定'],
    ['３．危及"三安全一稳定"', '3.危及三安全一稳定'],
    ['3、危及‘三安全一稳定’', '3.危及三安全一稳定'],
    ['〔一〕予以\u00a0公开\u3000', '(一)予以公开'],
    ['一、\u200b本年新收', '一.本年新收'],
    ['⼆、主动公开', '二.主动公开'],
  ])('reads %j as %j', (printed, label) => {
    expect(normaliseLabel(printed)).toBe(label);
  });

  it('keeps different labels apart', () => {
    expect(normaliseLabel('1.属于国家秘密')).not.toBe(normaliseLabel('2.属于国家秘密'));
  });
});

describe('splitOrdinal', () => {
  it.each([
    ['(三)不予公开', '(三)', '不予公开'],
    ['1.属于国家秘密', '1.', '属于国家秘密'],
    ['四.结转下年度继续办理', '四.', '结转下年度继续办理'],
    ['第一部分总体情况', '第一部分', '总体情况'],
    ['规章', '', '规章'],
    ['20(1)', '', '20(1)'],
  ])('splits %j', (label, ordinal, words) => {
    expect(splitOrdinal(label)).toEqual({ ordinal, words });
  });
});
