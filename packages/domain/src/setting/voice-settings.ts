import { DOCUMENT_KINDS } from '../disclosure/document-kind.ts';
import { err, ok } from '../kernel/result.ts';
import { lineOfText, wholeNumber } from './parse.ts';
import type { SettingDefinition, SettingParser } from './setting.ts';

const KIND_NAMES: ReadonlySet<string> = new Set(Object.values(DOCUMENT_KINDS));

/** Names of 体裁 with ； between them. */
const kindNames: SettingParser<string> = Object.assign(
  (value: unknown) => {
    const line = lineOfText(200)(value);
    if (!line.ok || line.value === '') return line;
    const unknown = line.value.split('；').find((name) => !KIND_NAMES.has(name));
    return unknown === undefined ? ok(line.value) : err(`没有“${unknown}”这种体裁`);
  },
  { input: { kind: 'text', longest: 200 } as const },
);

/** What the public may say of published items (oversight.md V10, A11). */
export const VOICE_SETTINGS = {
  'voice.questionKinds': {
    title: '允许公众提问、评论的体裁',
    help: '写体裁的名称，用“；”隔开，如“政策解读；公告、通告、通知”；空着不接受提问、评论。先审核后展示。征求意见稿的意见不受此项影响。',
    group: 'publication',
    defaultValue: '',
    confidence: 'unconfirmed',
    source: '法律没有规定',
    parse: kindNames,
  },
  'voice.answerMonths': {
    title: '公众报错、提问、意见几个月内办理',
    help: '从收到之日起算。',
    group: 'publication',
    defaultValue: 3,
    confidence: 'confirmed',
    source: '国办秘函〔2019〕19号：有效留言超过三个月未答复的，单项否决',
    parse: wholeNumber(1, 3),
  },
  'voice.perAddressDaily': {
    title: '同一网络地址每日最多提交几件报错、提问、意见和订阅',
    help: '超过的当日不再接收，次日恢复。',
    group: 'publication',
    defaultValue: 20,
    confidence: 'unconfirmed',
    source: '法律没有规定',
    parse: wholeNumber(1, 500),
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
