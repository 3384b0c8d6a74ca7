import { describe, expect, it } from 'vitest';
import { findHeading } from './headings.ts';

describe('findHeading', () => {
  it.each([
    ['一、总体情况', 's1'],
    [' 1、 总体情况', 's1'],
    ['总体情况', 's1'],
    ['第一部分 总体情况', 's1'],
    ['二、行政机关主动公开政府信息情况', 's2'],
    ['三、收到和处理政府信息公开申请情况', 's3'],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 's4'],
    ['四、政府信息公开行政复议、行政诉讼情况', 's4'],
    ['5、 存在的主要问题及改进情况', 's5'],
    ['五、政府信息公开工作存在的问题和改进措施', 's5'],
    ['五、存在的主要问题和改进情况', 's5'],
    ['6、 其他需要报告的事项', 's6'],
    ['六、其他需要报告的事项：', 's6'],
  ])('reads %j as %s', (text, section) => {
    expect(findHeading(text)).toMatchObject({ section, rest: '' });
  });

  it.each([
    '（1） 主动公开政府信息情况。',
    '1.主动公开政府信息情况',
    '（一）存在的主要问题',
    '三、本年度办理结果',
    '四、结转下年度继续办理',
    '一、本年新收政府信息公开申请数量',
    '一、总体情况较好，各项工作稳步推进。',
    '一、总体情况……………………1',
    '全文包括总体情况、主动公开政府信息情况、其他需要报告的事项。',
    '无',
  ])('does not take %j for one', (text) => {
    expect(findHeading(text)).toBeUndefined();
  });

  it('splits a heading from the table text glued to it', () => {
    const printed = '三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为：第一项加第二项之和，等于……）';
    expect(findHeading(printed)).toMatchObject({
      section: 's3',
      text: '三、收到和处理政府信息公开申请情况',
      rest: '（本列数据的勾稽关系为：第一项加第二项之和，等于……）',
    });
  });
});
