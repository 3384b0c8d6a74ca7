import { describe, expect, test } from 'vitest';
import type { SectionId } from '../ids.ts';
import { irregularHeadings, partFaults } from './headings.ts';

describe('headings', () => {
  test.each<[SectionId, string]>([
    ['s1', '一、总体情况'],
    ['s1', '1、 总体情况'],
    ['s2', '二、行政机关主动公开政府信息情况'],
    ['s3', '三、收到和处理政府信息公开申请情况'],
    ['s4', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    ['s5', '五、政府信息公开工作存在的主要问题及改进情况'],
    ['s5', '五、存在的主要问题和改进情况'],
    ['s6', '六、其他需要报告的事项'],
  ])('%s accepts %s', (section, text) => {
    expect(irregularHeadings([{ section, text }])).toEqual([]);
  });

  test.each<[SectionId, string]>([
    ['s6', '6、 其他需要报告的事项'],
    ['s6', '五、其他需要报告的事项'],
    ['s5', '五、存在的主要问题及整改措施'],
    ['s5', '五、五、存在的主要问题及改进情况'],
    ['s1', '总体情况'],
  ])('%s does not accept %s', (section, text) => {
    expect(irregularHeadings([{ section, text }])).toHaveLength(1);
  });
});

describe('the six parts', () => {
  test.each<[SectionId[], string[]]>([
    [['s1', 's2', 's3', 's4', 's5', 's6'], []],
    [['s1', 's2', 's3', 's4', 's6'], ['缺少第五部分']],
    [['s1', 's2', 's2', 's3', 's4', 's5', 's6'], ['重复第二部分']],
    [['s1', 's2', 's4', 's3', 's5', 's6'], ['第三部分次序颠倒']],
  ])('%j → %j', (found, faults) => {
    expect(partFaults(found).map(({ text }) => text)).toEqual(faults);
  });
});
