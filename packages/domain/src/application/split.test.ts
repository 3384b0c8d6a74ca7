import { describe, expect, it } from 'vitest';
import { numberedMatters } from './split.ts';

describe('the matters of a form', () => {
  it.each([
    ['申请公开：\n1、2024年预算\n2、2024年决算', ['2024年预算', '2024年决算']],
    ['申请公开以下信息：（一）征收补偿方案；（二）补偿款发放表。', ['征收补偿方案', '补偿款发放表。']],
    ['①立项批复；②环评批复；③用地批复', ['立项批复', '环评批复', '用地批复']],
    ['1. 立项批复\n（含附件）\n2. 环评批复', ['立项批复\n（含附件）', '环评批复']],
  ])('are those that it numbers: %j', (description, matters) => {
    expect(numberedMatters(description)).toEqual(matters);
  });

  it.each([
    '2024年农村公路养护资金的分配方案',
    '1、2024年预算',
    '2024.5至2024.12的会议纪要；请一并说明依据',
    '',
  ])('are not seen where it numbers none, or one: %j', (description) => {
    expect(numberedMatters(description)).toEqual([]);
  });
});
