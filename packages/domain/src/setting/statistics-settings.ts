import { yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

/** How table two is counted where its form leaves it open (annual-report.md §4). */
export const STATISTICS_SETTINGS = {
  'statistics.countsExpired': {
    title: '失效的文件计入“本年废止件数”',
    help: '是：有效期届满、宣布失效的也计入废止，上年有效数加制发数减废止数等于本年有效数；否：只计明文废止的。',
    group: 'publication',
    defaultValue: true,
    confidence: 'unconfirmed',
    source: '国办公开办函〔2021〕30号表样没有说明；各地报告做法不一',
    parse: yesOrNo,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
