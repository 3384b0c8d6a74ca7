import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '时限怎样算？',
    answer:
      '按自然小时，夜间、周末、节假日都计，跨年照计。特别重大、重大突发事件：5小时内首次发布权威信息，24小时内举行新闻发布会；其他政务舆情48小时内回应。从何时起算，国家文件没有写明，由本机关在设置的“政务舆情回应”里选（待确认）。',
  },
  {
    question: '怎样才算回应？',
    answer:
      '登记了发布的时间和渠道，或者关联的回应文件已经公开。文件照主动公开的程序审查、签发；来不及的，用文件页面的“紧急发布”，事后补审。',
  },
  {
    question: '研判认为不需要回应的怎么办？',
    answer: '研判以后直接办结，写明理由；不再计时，统计里单列。',
  },
  {
    question: '突发事件的信息谁来发布？',
    answer:
      '由有权的机关按突发事件应对法统一发布。本机关不是有权机关的，及时报告、会商，登记会商的单位和意见。',
  },
] as const;

export const OPINIONS_PAGE = {
  title: '政务舆情回应',
  purpose: '收集、研判、会商、处置、回应、评估涉及本机关的政务舆情，时限按小时计。',
  law: [LAW.opinionResponse, LAW.opinionTimers],
  needs: 'opinion.read',
  help: HELP,
} as const satisfies PageInfo;

export const NEW_OPINION_PAGE = { ...OPINIONS_PAGE, title: '登记政务舆情', needs: 'opinion.write' } as const;

export const OPINION_PAGE = {
  ...OPINIONS_PAGE,
  title: '政务舆情',
  purpose: '时限、办理步骤、每次发布、回应文件和全部经过。',
} as const;

export const OPINION_FIGURES_PAGE = {
  ...OPINIONS_PAGE,
  title: '政务舆情统计',
  purpose: '一年的政务舆情按机关、级别计，每个数字都能打开所计的舆情。',
} as const;

export const OPINION_SOURCES_PAGE = {
  title: '舆情监测来源',
  purpose: '登记向本系统推送舆情的监测平台；推送的内容用密钥签名。',
  law: [LAW.opinionResponse],
  needs: 'opinion.configure',
  help: [
    {
      question: '监测平台怎样推送？',
      answer:
        '向列出的地址发送 POST 请求，正文是 JSON：id（本平台的编号）、sentAt（发送时间）、title、level（gravest 特别重大、grave 重大、other 其他）、foundAt（发现时间），可以有 occurredAt、platform、link、summary。请求头 zhaoshi-signature 写 sha256= 加正文的 HMAC-SHA256（十六进制）。同一个 id 只登记一次。',
    },
    {
      question: '密钥丢了怎么办？',
      answer: '密钥只在登记时显示一次。丢失或者泄露的，停用这个来源，重新登记一个。',
    },
  ],
} as const satisfies PageInfo;
