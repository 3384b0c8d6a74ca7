import { wholeNumber, yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

/** What the law of villages leaves to their circumstances (oversight.md §7). */
export const VILLAGE_SETTINGS = {
  'village.monthlyFinances': {
    title: '村务公开：财务收支每月公布',
    help: '财务往来较多的村每月公布；关闭后按一般事项每季度公布。乡镇可以为各村设置，村可以自行设置。',
    group: 'publication',
    defaultValue: true,
    confidence: 'unconfirmed',
    source: '村民委员会组织法第三十五条；“财务往来较多”的标准法律没有规定',
    parse: yesOrNo,
  },
  'village.daysAfterPeriod': {
    title: '村务公开：期满后几日内公布不算逾期',
    help: '法律规定每季度、每月公布，没有规定一个月（季度）的情况最迟何时公布。0 是当月（当季）最后一日以前；本地要求“次月10日前公布上月收支”的，填 10。乡镇可以为各村设置，村可以自行设置。',
    group: 'publication',
    defaultValue: 0,
    confidence: 'unconfirmed',
    source: '村民委员会组织法第三十五条；期满后的宽限法律没有规定',
    parse: wholeNumber(0, 31),
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
