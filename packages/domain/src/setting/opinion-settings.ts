import { CLOCK_STARTS } from '../opinion/clocks.ts';
import { oneOf } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const open = {
  group: 'opinion',
  confidence: 'unconfirmed',
  source: '国办发〔2016〕80号、国办发〔2016〕61号没有写明从何时起算',
  parse: oneOf(CLOCK_STARTS.occurrence, CLOCK_STARTS.discovery),
} as const;

/** From when the hours of 政务舆情回应 run (oversight.md §6, §10). */
export const OPINION_SETTINGS = {
  'opinion.emergencyStart': {
    ...open,
    title: '特别重大、重大突发事件的5小时、24小时从何时起算',
    help: '发生时间没有登记的，从发现舆情起算。按自然小时计，夜间、周末、节假日都计。',
    defaultValue: CLOCK_STARTS.occurrence,
  },
  'opinion.otherStart': {
    ...open,
    title: '其他政务舆情的48小时从何时起算',
    help: '发生时间没有登记的，从发现舆情起算。按自然小时计，夜间、周末、节假日都计。',
    defaultValue: CLOCK_STARTS.discovery,
  },
} as const satisfies Readonly<Record<string, SettingDefinition<string>>>;
