import { wholeNumber } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const LOCAL = '法律没有规定期限；参照一些地方的做法';

/** Complaints about disclosure (条例47, 51): the law gives no time limits (oversight.md §3 [U]). */
export const COMPLAINT_SETTINGS = {
  'complaint.acknowledgeDays': {
    title: '几个工作日内告知投诉人是否受理',
    help: '从收到投诉的次日起算。',
    group: 'oversight',
    defaultValue: 2,
    confidence: 'unconfirmed',
    source: LOCAL,
    parse: wholeNumber(1, 15),
  },
  'complaint.resultDays': {
    title: '几个工作日内告知投诉的办理结果',
    help: '从收到投诉的次日起算。',
    group: 'oversight',
    defaultValue: 15,
    confidence: 'unconfirmed',
    source: LOCAL,
    parse: wholeNumber(1, 60),
  },
  'complaint.extensionDays': {
    title: '投诉办理期限可以延长几个工作日',
    help: '只能延长一次，须写明理由。',
    group: 'oversight',
    defaultValue: 10,
    confidence: 'unconfirmed',
    source: LOCAL,
    parse: wholeNumber(0, 60),
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
