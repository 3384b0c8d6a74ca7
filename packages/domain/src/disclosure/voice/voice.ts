import type { WebField } from '../../application/web-fields.ts';
import { checkField, type FieldError, type FormValues, valueOf } from '../../application/web-form.ts';

/** What the public says of something published: it is wrong, it asks, or it comments on a draft. */
export const VOICE_KINDS = {
  errorReport: { title: '报告错误', noun: '报错', prefix: '错' },
  question: { title: '提问、评论', noun: '提问', prefix: '问' },
  comment: { title: '提交意见', noun: '意见', prefix: '意' },
} as const;

export type VoiceKind = keyof typeof VOICE_KINDS;

export const VOICE_KIND_NAMES = Object.keys(VOICE_KINDS) as readonly VoiceKind[];

export const isVoiceKind = (text: string): text is VoiceKind => Object.hasOwn(VOICE_KINDS, text);

/** Who said it and what; sealed as a whole. A name is never asked for: an error is one whoever sees it. */
export interface VoiceContent {
  readonly text: string;
  /** Empty: anonymous. */
  readonly name: string;
  /** Telephone or mail; empty when none was given. */
  readonly contact: string;
}

export const VOICE_TEXT = 'text';
export const LONGEST_VOICE = 2000;

export const VOICE_FIELDS: readonly WebField[] = [
  {
    name: 'name',
    label: '姓名或者名称',
    longest: 100,
    required: false,
    autocomplete: 'name',
    input: 'text',
    help: '可以匿名。填写的姓名和联系方式只有办理人员可以看到，不会公开。',
  },
  {
    name: 'contact',
    label: '联系电话或者电子邮箱',
    longest: 100,
    required: false,
    autocomplete: 'off',
    input: 'text',
  },
];

/** What is wrong with the form. */
export function checkVoice(values: FormValues): readonly FieldError[] {
  const text = valueOf(values, VOICE_TEXT);
  return [
    ...(text === '' ? [{ field: VOICE_TEXT, message: '请填写内容。' }] : []),
    ...(Array.from(text).length > LONGEST_VOICE
      ? [{ field: VOICE_TEXT, message: `内容不能超过${LONGEST_VOICE}个字，请缩短后重新提交。` }]
      : []),
    ...VOICE_FIELDS.flatMap((field) => checkField(values, field)),
  ];
}

/** @returns `null` while something is wrong */
export function voiceOf(values: FormValues): VoiceContent | null {
  if (checkVoice(values).length > 0) return null;
  return {
    text: valueOf(values, VOICE_TEXT),
    name: valueOf(values, 'name'),
    contact: valueOf(values, 'contact'),
  };
}
