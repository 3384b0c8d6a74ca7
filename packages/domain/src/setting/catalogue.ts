import { CHECK_SETTINGS, type CheckSettingName } from '../annual-report/rules/settings.ts';
import { isTop, type OrganPath } from '../permission/can.ts';
import { APPLICATION_SETTINGS } from './application-settings.ts';
import { COMPLAINT_SETTINGS } from './complaint-settings.ts';
import { DISPUTE_SETTINGS } from './dispute-settings.ts';
import { LETTER_SETTINGS } from './letter-settings.ts';
import { OPINION_SETTINGS } from './opinion-settings.ts';
import { lineOfText, wholeNumber, yesOrNo } from './parse.ts';
import { PUBLICATION_SETTINGS } from './publication-settings.ts';
import { RETENTION_SETTINGS } from './retention.ts';
import { REVIEW_SETTINGS } from './review-settings.ts';
import { RHYTHM_SETTINGS } from './rhythm-settings.ts';
import type { SettingDefinition, SettingValue } from './setting.ts';
import { STATISTICS_SETTINGS } from './statistics-settings.ts';
import { VILLAGE_SETTINGS } from './village-settings.ts';
import { VOICE_SETTINGS } from './voice-settings.ts';

type AnnualReportSettings = {
  readonly [N in CheckSettingName as `annualReport.${N}`]: (typeof CHECK_SETTINGS)[N];
};

/** The thresholds of the report's checks, from the table that the checks themselves have their defaults from. */
const ANNUAL_REPORT_SETTINGS = Object.fromEntries(
  Object.entries(CHECK_SETTINGS).map(([name, definition]) => [`annualReport.${name}`, definition]),
) as AnnualReportSettings;

/** Every setting there is. What the law leaves open is a setting with its default and its source. */
export const SETTINGS = {
  'site.identificationCode': {
    title: '网站标识码',
    help: '显示在门户页脚和页面标签中；十位数字。',
    group: 'site',
    defaultValue: '',
    confidence: 'confirmed',
    source: '国办发〔2017〕47号 政府网站发展指引',
    parse: lineOfText(10, { matches: /^\d{10}$/, words: '应为十位数字' }),
  },
  'site.icpNumber': {
    title: 'ICP备案号',
    help: '显示在门户页脚。',
    group: 'site',
    defaultValue: '',
    confidence: 'confirmed',
    source: '国办发〔2017〕47号 政府网站发展指引',
    parse: lineOfText(60),
  },
  'site.publicSecurityNumber': {
    title: '公安机关备案号',
    help: '显示在门户页脚。',
    group: 'site',
    defaultValue: '',
    confidence: 'confirmed',
    source: '国办发〔2017〕47号 政府网站发展指引',
    parse: lineOfText(60),
  },
  'site.sponsor': {
    title: '主办单位',
    help: '显示在门户页脚；空着时显示政府名称。',
    group: 'site',
    defaultValue: '',
    confidence: 'confirmed',
    source: '国办发〔2017〕47号 政府网站发展指引',
    parse: lineOfText(100),
  },
  'site.contactPhone': {
    title: '网站联系电话',
    help: '显示在门户页脚。',
    group: 'site',
    defaultValue: '',
    confidence: 'confirmed',
    source: '国办发〔2017〕47号 政府网站发展指引',
    parse: lineOfText(40),
  },
  'security.passwordComposition': {
    title: '密码须含三类字符',
    help: '大写字母、小写字母、数字、符号中至少三类。',
    group: 'security',
    stricter: 'more',
    defaultValue: true,
    confidence: 'unconfirmed',
    source: 'GB/T 22239-2019 8.1.4；OWASP ASVS 5.0 6.2.5 相反',
    parse: yesOrNo,
  },
  'security.passwordMinimumLength': {
    title: '密码最少位数',
    help: '新设密码时检查。',
    group: 'security',
    stricter: 'more',
    defaultValue: 12,
    confidence: 'unconfirmed',
    source: 'GB/T 22239-2019 8.1.4',
    parse: wholeNumber(8, 64),
  },
  'security.passwordDays': {
    title: '密码有效天数',
    help: '到期后登录时须换新密码；0 为不要求更换。',
    group: 'security',
    stricter: 'lessButZero',
    defaultValue: 90,
    confidence: 'unconfirmed',
    source: 'GB/T 22239-2019 8.1.4；OWASP ASVS 5.0 6.2.10 相反',
    parse: wholeNumber(0, 3650),
  },
  'security.idleMinutes': {
    title: '无操作自动退出（分钟）',
    help: '工作人员登录后多久没有操作就自动退出。',
    group: 'security',
    stricter: 'less',
    defaultValue: 15,
    confidence: 'unconfirmed',
    source: 'GB/T 22239-2019 8.1.4',
    parse: wholeNumber(5, 480),
  },
  'security.sessionHours': {
    title: '一次登录最长时间（小时）',
    help: '到时须重新登录，不论是否有操作。',
    group: 'security',
    stricter: 'less',
    defaultValue: 12,
    confidence: 'unconfirmed',
    source: 'OWASP ASVS 5.0 7.3.2',
    parse: wholeNumber(1, 168),
  },
  'security.failuresBeforeLock': {
    title: '连续失败几次锁定账号',
    help: '密码或动态口令连续输错达到次数后锁定。',
    group: 'security',
    stricter: 'less',
    defaultValue: 5,
    confidence: 'unconfirmed',
    source: 'GB/T 22239-2019 8.1.4',
    parse: wholeNumber(3, 20),
  },
  'security.lockMinutes': {
    title: '锁定时长（分钟）',
    help: '锁定后多久自动解除。',
    group: 'security',
    stricter: 'more',
    defaultValue: 15,
    confidence: 'unconfirmed',
    source: 'GB/T 22239-2019 8.1.4',
    parse: wholeNumber(1, 1440),
  },
  'calendar.oneAdministrator': {
    title: '没有别人能确认时，一人可以修改工作日历',
    help: '修改工作日历会移动法定期限，须由另一人确认后生效。是：本机关和上级都没有别人能确认的，一人修改当即生效，并在审计中注明；否：先增加一名能确认的人。',
    group: 'deadlines',
    defaultValue: true,
    confidence: 'local',
    source: '小乡镇可以兼任，须留记录；等级保护要求职责分离',
    parse: yesOrNo,
  },
  ...RETENTION_SETTINGS,
  ...APPLICATION_SETTINGS,
  ...LETTER_SETTINGS,
  ...PUBLICATION_SETTINGS,
  ...REVIEW_SETTINGS,
  ...VOICE_SETTINGS,
  ...OPINION_SETTINGS,
  ...VILLAGE_SETTINGS,
  ...STATISTICS_SETTINGS,
  ...DISPUTE_SETTINGS,
  ...COMPLAINT_SETTINGS,
  ...RHYTHM_SETTINGS,
  ...ANNUAL_REPORT_SETTINGS,
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type SettingKey = keyof typeof SETTINGS;

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

export const isSettingKey = (text: string): text is SettingKey => Object.hasOwn(SETTINGS, text);

/** Whether an organ may choose the setting at all: one that holds for the whole installation is the top's. */
export function isChosenAt(key: SettingKey, path: OrganPath): boolean {
  const { isSiteWide }: SettingDefinition = SETTINGS[key];
  return isSiteWide !== true || isTop(path);
}

/** The type of a setting's value, without the narrowness of its default. */
export type ValueOf<K extends SettingKey> = (typeof SETTINGS)[K] extends { readonly defaultValue: infer T }
  ? T extends boolean
    ? boolean
    : T extends number
      ? number
      : T extends string
        ? string
        : SettingValue
  : never;
