import { wholeNumber } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const days = (title: string, help: string, defaultValue: number, [least, most]: readonly [number, number]) =>
  ({
    title: `${title}（天）`,
    help,
    group: 'retention',
    defaultValue,
    confidence: 'unconfirmed',
    isSiteWide: true,
    source: '个人信息保护法19：为实现处理目的所必要的最短时间',
    parse: wholeNumber(least, most),
  }) as const satisfies SettingDefinition;

/** A job that is over is never kept longer than this. */
export const FAILED_JOB_LONGEST_DAYS = 3650;

/** How long is kept what is kept for a time only; one period for the whole installation. */
export const RETENTION_SETTINGS = {
  'retention.sessionDays': {
    ...days(
      '登录设备记录的保存期限',
      '登录会话结束后多久清除所用设备的名称；会话本身留作审计。',
      365,
      [183, 3650],
    ),
    source: '网络安全法23：网络日志不少于六个月',
  },
  'retention.oneTimeLinkDays': days(
    '失效链接的保存期限',
    '设置密码等一次性链接失效后多久清除。',
    30,
    [1, 365],
  ),
  'retention.applicationDraftDays': days(
    '网上申请草稿的保存期限',
    '申请人在网站上没有提交的申请，最后一次保存后多久清除。',
    7,
    [1, 30],
  ),
  'retention.identityDays': days(
    '申请人身份证明的保存期限',
    '案件办结后，自申请行政复议、提起行政诉讼的期限都届满之日起多久，从办理系统中清除申请人、代理人的证件号码和身份证明文件；已经导出归档的案卷不受影响。',
    365,
    [0, 3650],
  ),
  'retention.voiceDays': days(
    '公众报错、提问、意见的联系方式保存期限',
    '办理完毕后多久清除姓名和联系方式；所说的内容和答复保留。',
    365,
    [30, 3650],
  ),
  'retention.applicationImportDays': days(
    '旧登记簿导入记录的保存期限',
    '上传的行和不能导入的行，上传后多久清除；已经导入的申请不受影响。',
    7,
    [1, 30],
  ),
  'retention.idempotencyDays': days('防重复提交应答的保存期限', '期限内重复提交得到同一个应答。', 7, [1, 90]),
  'retention.notificationDays': days('站内提醒的保存期限', '提醒生成后多久清除。', 365, [30, 3650]),
  'retention.messageDays': days(
    '已发通知内容的保存期限',
    '通知发出或停止重试后多久清除收件地址和内容；发送记录保留。',
    30,
    [1, 365],
  ),
  'retention.completedJobDays': days('已完成任务的保存期限', '后台任务完成后多久清除记录。', 2, [1, 90]),
  'retention.failedJobDays': days(
    '失败任务的保存期限',
    '已停止重试的任务多久后清除，之后不能再重新执行。',
    180,
    [7, FAILED_JOB_LONGEST_DAYS],
  ),
} as const satisfies Readonly<Record<string, SettingDefinition>>;
