import { describe, expect, test } from 'vitest';
import { cleanReport, withText } from '../../../test/build-report.ts';
import { leftoversIn, outlineParts } from './leftovers.ts';

const inPartOne = (text: string): readonly string[] =>
  leftoversIn(withText(cleanReport(), 's1', [text])).map((leftover) => leftover.text);

describe('template words', () => {
  test.each([
    ['由XX县人民政府编制', 'XX县人民政府编制'],
    ['××单位共收到申请', '××单位共收到申请'],
    ['该部分以表格形式报告', '该部分以表格形式报告'],
    ['（文字描述）', '（文字描述）'],
    ['[bookmark: _GoBack]扎实推进', '[bookmark: _GoBack]'],
    ['收到申请{newlyReceived.total}件', '{newlyReceived.total}'],
  ])('%s', (text, found) => {
    expect(inPartOne(text)).toEqual([found]);
  });

  test.each(['网址http://www.qx.gov.cn/xxgk/，', '电话138xxxx5678', '政府信息公开'])(
    'nothing in %s',
    (text) => {
      expect(inPartOne(text)).toEqual([]);
    },
  );
});

describe('outline of the preamble', () => {
  test('counts the parts it names', () => {
    const outline =
      '全文包括总体情况、行政机关主动公开政府信息情况、行政机关收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、政府信息公开工作存在的主要问题及改进其情况、其他需要报告的事项。';
    expect(outlineParts([`本年报由某镇编制。${outline}`])).toEqual({ count: 6, text: outline });
  });

  test('is not seen where there is none', () => {
    expect(outlineParts(['现将总体情况报告如下。'])).toBeUndefined();
  });
});
