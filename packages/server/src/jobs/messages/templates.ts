import { REMINDER_KINDS, type ReminderKind } from '@zhaoshi/domain/application/reminders';
import { z } from 'zod';

interface MessageWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

interface MessageTemplate<Values extends z.ZodType> {
  /** Chinese, for lists of messages. */
  readonly title: string;
  readonly values: Values;
  /** Plain text; `renderMessage` escapes it. A value is never read as a template again. */
  readonly words: (values: z.infer<Values>) => MessageWords;
}

const defineTemplate = <Values extends z.ZodType>(
  template: MessageTemplate<Values>,
): MessageTemplate<Values> => template;

const ofReminder = z.string().refine((text): text is ReminderKind => Object.hasOwn(REMINDER_KINDS, text));

/** Everything that is ever written to somebody outside. */
export const MESSAGE_TEMPLATES = {
  'system.test': defineTemplate({
    title: '测试通知',
    values: z.strictObject({ organName: z.string().max(200) }),
    words: ({ organName }) => ({
      subject: `${organName}：政府信息公开平台测试通知`,
      paragraphs: [
        `这是${organName}的系统管理员发出的测试通知，说明通知可以送达这个地址。`,
        '不需要回复。如果您不知道为什么会收到，请忽略。',
      ],
    }),
  }),
  // To the mailbox of an office, which others may read: number, organ and day, and nothing of what was asked.
  'application.reminder': defineTemplate({
    title: '申请期限提醒',
    values: z.strictObject({
      organName: z.string().max(200),
      registrationNumber: z.string().max(40),
      kind: ofReminder,
      on: z.iso.date(),
    }),
    words: ({ organName, registrationNumber, kind, on }) => ({
      subject: `${organName}：申请 ${registrationNumber} ${REMINDER_KINDS[kind]}`,
      paragraphs: [
        `${organName}登记号为 ${registrationNumber} 的政府信息公开申请：${REMINDER_KINDS[kind]}（${on}）。`,
        '请登录工作台办理。这是系统发出的提醒，不需要回复。',
      ],
    }),
  }),
  // Counts of what is owed and by when, and nothing of what it is.
  'duty.reminder': defineTemplate({
    title: '公开职责提醒',
    values: z.strictObject({
      organName: z.string().max(200),
      words: z.array(z.string().max(300)).min(1).max(60),
    }),
    words: ({ organName, words }) => ({
      subject: `${organName}：政府信息公开职责提醒`,
      paragraphs: [...words, '请登录工作台办理。这是系统发出的提醒，不需要回复。'],
    }),
  }),
  // What the console told one person: counts, days and numbers of cases, and nobody's name.
  'notice.digest': defineTemplate({
    title: '个人提醒',
    values: z.strictObject({ words: z.array(z.string().max(500)).min(1).max(50) }),
    words: ({ words }) => ({
      subject: `政府信息公开工作台：${words.length} 条提醒`,
      paragraphs: [
        ...words,
        '请登录工作台办理。这是按您在“我的账号”里的设置发出的提醒，不需要回复；不想再收到的，在那里关闭。',
      ],
    }),
  }),
  // The same to a telephone, in the length of a text message: how many, and the first of them.
  'notice.sms': defineTemplate({
    title: '个人提醒（短信）',
    values: z.strictObject({ count: z.int().min(1).max(50), first: z.string().max(100) }),
    words: ({ count, first }) => ({
      subject: '政府信息公开工作台提醒',
      paragraphs: [
        `政府信息公开工作台有 ${count} 条提醒：${first}${count > 1 ? '等' : ''}。请登录工作台办理。`,
      ],
    }),
  }),
  'subscription.confirm': defineTemplate({
    title: '确认订阅',
    values: z.strictObject({ words: z.string().max(500), link: z.url() }),
    words: ({ words, link }) => ({
      subject: '政府信息公开平台：请确认订阅',
      paragraphs: [
        `有人用这个邮箱订阅了${words}。`,
        `确认订阅请在三天内打开：${link}`,
        '不是您本人订阅的，请忽略，不会再收到邮件。',
      ],
    }),
  }),
  // Titles and addresses of what is public, and nothing else.
  'subscription.digest': defineTemplate({
    title: '订阅的新信息',
    values: z.strictObject({
      words: z.string().max(500),
      // Where all of it stands.
      place: z.url(),
      items: z.array(z.strictObject({ title: z.string(), link: z.url() })).min(1),
      hasMore: z.boolean(),
      endLink: z.url(),
    }),
    words: ({ words, place, items, hasMore, endLink }) => ({
      subject: words,
      paragraphs: [
        ...items.map(({ title, link }) => `${title} ${link}`),
        hasMore ? `还有其他新信息，请到网站查看：${place}` : `全部信息：${place}`,
        `退订请打开：${endLink}`,
      ],
    }),
  }),
} as const;

export type TemplateName = keyof typeof MESSAGE_TEMPLATES;

export type TemplateValues<T extends TemplateName> = z.infer<(typeof MESSAGE_TEMPLATES)[T]['values']>;

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(MESSAGE_TEMPLATES, name);

/** A template with the type of its values forgotten. */
export const messageTemplate = (name: TemplateName): MessageTemplate<z.ZodType> =>
  MESSAGE_TEMPLATES[name] as MessageTemplate<z.ZodType>;
