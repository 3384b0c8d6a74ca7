import type { LetterTemplate } from '../letter-template.ts';
import { choices, LAW, line } from './common.ts';
import { reasonField, reply } from './reply-template.ts';

/** Given in full, in part, or told where it is (条例36(1), 36(2), 37). */
export const GRANTED_REPLIES = {
  'granted.alreadyPublic': reply({
    basis: `${LAW}第三十六条第（一）项`,
    decision: '{you}申请公开的信息已主动公开，获取方式、途径为{accessWay}。',
    fields: [
      line({
        key: 'accessWay',
        label: '获取方式、途径',
        help: '条例第三十六条第（一）项：告知获取该政府信息的方式、途径，例如网址、栏目、查阅场所。',
      }),
    ],
  }),
  'granted.provided': reply({
    basis: `${LAW}第三十六条第（二）项`,
    decision: '经审查，予以公开，现将该政府信息提供给{you}。',
    supplies: true,
  }),
  'granted.soonPublic': reply({
    basis: `${LAW}第三十六条第（二）项`,
    decision: '经审查，予以公开，获取的方式、途径为{accessWay}，时间为{time}。',
    fields: [
      line({ key: 'accessWay', label: '获取的方式、途径', help: '条例第三十六条第（二）项。' }),
      line({
        key: 'time',
        label: '获取的时间',
        help: '条例第三十六条第（二）项：告知获取的方式、途径和时间。',
      }),
    ],
  }),
  partiallyGranted: reply({
    basis: `${LAW}第三十七条、{grounds}`,
    decision: '现提供可以公开的内容；其中{part}部分因{cause}，不予公开。',
    fields: [
      choices(
        {
          key: 'grounds',
          label: '不公开部分的依据',
          help: '条例第三十七条：能够作区分处理的，提供可以公开的内容，并对不予公开的内容说明理由。',
        },
        {
          article14: '第十四条',
          article15: '第十五条',
          article16first: '第十六条第一款',
          article16second: '第十六条第二款',
        },
      ),
      line({
        key: 'part',
        label: '不公开的部分',
        help: '写明位置或者名称，不写内容。',
        printed: ['', '部分'],
      }),
      line({ key: 'cause', label: '因为什么', help: '例如：涉及个人隐私。' }),
      reasonField('对不予公开的内容说明理由（条例第三十七条），不写出被遮盖的内容。'),
    ],
    reason: '理由：{reason}',
    supplies: true,
  }),
} as const satisfies Readonly<Record<string, LetterTemplate>>;
