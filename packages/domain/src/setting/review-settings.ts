import { yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

/** The steps of an organ's own review before publication (publication.md §3.2); two persons are always needed. */
export const REVIEW_SETTINGS = {
  'disclosure.hasUnitStep': {
    title: '公开审查先经站所（科室）负责人',
    help: '否：提交以后直接到政府信息公开工作机构。',
    group: 'publication',
    defaultValue: true,
    confidence: 'local',
    source: '各地“站所负责人、信息公开专员、分管领导”三级审查',
    parse: yesOrNo,
  },
  'disclosure.leaderSigns': {
    title: '由分管领导签发',
    help: '否：工作机构负责人也可以签发。提交和签发始终不能是同一人。',
    group: 'publication',
    defaultValue: true,
    confidence: 'local',
    source: '各地“站所负责人、信息公开专员、分管领导”三级审查',
    parse: yesOrNo,
  },
  'disclosure.signerMayPublish': {
    title: '签发的人可以自己发布',
    help: '只用于人员确实不足的小机关；每次使用都会留痕。',
    group: 'publication',
    defaultValue: false,
    confidence: 'local',
    source: '审查、签发、发布分离；小机关可以由一人兼任并留痕',
    parse: yesOrNo,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
