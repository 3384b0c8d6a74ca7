import { yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const HELP =
  '关闭后，本机关和下级的“每年的工作”、待办、提醒和日历里不再有这一项；已经登记的照样保留。各级可以自行设置。';

/** What only some places ask of their organs every year (oversight.md §9 [L]). */
export const RHYTHM_SETTINGS = {
  'rhythm.leaderHears': {
    title: '每年提醒：主要负责人听取政务公开工作汇报',
    help: HELP,
    group: 'oversight',
    defaultValue: true,
    confidence: 'local',
    source: '各地做法：主要负责人每年至少听取一次汇报',
    parse: yesOrNo,
  },
  'rhythm.openDay': {
    title: '每年提醒：举办政府开放日',
    help: HELP,
    group: 'oversight',
    defaultValue: true,
    confidence: 'local',
    source: '各地政务公开考核办法：每年至少一次',
    parse: yesOrNo,
  },
  'rhythm.filing': {
    title: '每季度提醒：汇总报送规范性文件备案情况',
    help: HELP,
    group: 'oversight',
    defaultValue: true,
    confidence: 'local',
    source: '各地规范性文件备案规定：每季度',
    parse: yesOrNo,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
