import { isRole, ROLES } from '../permission/roles.ts';

/** What a notification says of; ids, names of organs and roles only, never personal data. */
export type NotificationFacts = Readonly<Record<string, string>>;

const roleWords = (role: string | undefined): string =>
  role !== undefined && isRole(role) ? ROLES[role] : '工作角色';

const calendarOf = ({ organ, year }: NotificationFacts): string =>
  `${organ ?? '本机关'}${year ?? ''}年工作日历`;

/** Every kind of notification with its words. */
export const NOTIFICATION_KINDS = {
  membershipGranted: ({ organ, role }: NotificationFacts): string =>
    `您被授予${organ ?? '本机关'}的“${roleWords(role)}”角色。`,
  membershipRevoked: ({ organ, role }: NotificationFacts): string =>
    `您在${organ ?? '本机关'}的“${roleWords(role)}”角色已收回。`,
  passwordReset: (): string => '管理员重置了您的密码，其他设备已退出登录。',
  /** `words` are those of a reminder, which name nobody. */
  applicationReminder: ({ organ, number, words }: NotificationFacts): string =>
    `${organ ?? '本机关'}申请 ${number ?? ''}：${words ?? ''}`,
  applicationDueMoved: ({ organ, number, before, after }: NotificationFacts): string =>
    `${organ ?? '本机关'}申请 ${number ?? ''}：工作日历更新，答复期限由${before ?? ''}改为${after ?? ''}。`,
  /** Of a request to amend one's own record (条例41). */
  recordAmendmentReminder: ({ organ, number, words }: NotificationFacts): string =>
    `${organ ?? '本机关'}更正申请 ${number ?? ''}：${words ?? ''}`,
  /** A document has come to somebody's step, or back to who wrote it; `words` name neither it nor anybody. */
  documentWaiting: ({ organ, words }: NotificationFacts): string => `${organ ?? '本机关'}：${words ?? ''}`,
  /** Of the period of publication (条例26). */
  documentReminder: ({ organ, words }: NotificationFacts): string => `${organ ?? '本机关'}：${words ?? ''}`,
  /** Of what the organ owes the public by itself; `duty` says which, `words` name nothing and nobody. */
  dutyReminder: ({ organ, words }: NotificationFacts): string => `${organ ?? '本机关'}：${words ?? ''}`,
  /** Of the hours of a 政务舆情; `words` name neither it nor anybody. */
  opinionReminder: ({ organ, words }: NotificationFacts): string => `${organ ?? '本机关'}：${words ?? ''}`,
  /** A report has come to somebody's step, or back; `words` name nobody. */
  reportWaiting: ({ organ, year, words }: NotificationFacts): string =>
    `${organ ?? '本机关'}${year ?? ''}年度报告：${words ?? ''}`,
  /** A change of the working calendar, which moves legal deadlines, waits for a second person. */
  calendarProposed: (facts: NotificationFacts): string =>
    `${calendarOf(facts)}的修改等待确认，确认后才生效。`,
  calendarConfirmed: (facts: NotificationFacts): string =>
    `您提出的${calendarOf(facts)}的修改已由他人确认，已经生效。`,
  calendarSentBack: (facts: NotificationFacts): string =>
    `您提出的${calendarOf(facts)}的修改被退回，工作日历没有变动。`,
  secondFactorReset: (): string => '管理员清除了您的动态口令，请在下次登录时重新设置。',
} as const satisfies Readonly<Record<string, (facts: NotificationFacts) => string>>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

export const isNotificationKind = (text: string): text is NotificationKind =>
  Object.hasOwn(NOTIFICATION_KINDS, text);

/** The words of a notification. */
export const notificationWords = (kind: NotificationKind, facts: NotificationFacts): string =>
  NOTIFICATION_KINDS[kind](facts);
