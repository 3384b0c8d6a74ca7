import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '哪些案件要登记？',
    answer:
      '本机关的政府信息公开工作引起的行政复议和行政诉讼，从收到答复通知书、应诉通知书起登记。平台启用以前的案件也登记，不填申请登记号即可。',
  },
  {
    question: '一件案件计几次？',
    answer:
      '默认一案计一次：没有审结的计入“尚未审结”，审结的按最后生效的结果计入审结那一年。先复议后起诉的，复议和诉讼分别登记、分别计。口径可以在设置的“复议诉讼统计”里改。',
  },
  {
    question: '本机关是复议机关、作共同被告的怎么办？',
    answer:
      '照样登记，“本机关的地位”选“复议机关作共同被告”。这类案件由作出原行为的机关计，不计入本机关的表四。',
  },
  {
    question: '判决重新答复的，表三再计一次吗？',
    answer: '不再计。重新作出的答复不是新的申请，表三只计第一次的结果；在台账里关联那件申请即可。',
  },
  {
    question: '判决、复议决定要求重新答复，什么时候算履行？',
    answer:
      '在那件申请里点“重新办理”，原因选复议决定或者判决；新的答复送达以后，履行期限自动了结。不是重新答复的（如公开信息），登记履行日期。',
  },
  {
    question: '举证要交什么？',
    answer:
      '案件页“举证”按答复的理由列出应当证明的事项，和案卷里有的、缺少的材料；点“导出证据包”得到证据目录、证据和内部核对单。提交前逐件看一遍，不含申请人的身份证明和没有公开的原件。',
  },
  {
    question: '登记错了怎么办？',
    answer:
      '补填空着的日期、结果不用理由；更正已经登记的日期、结果要写明理由；整件登记错误的注销。每一次改动都留在“经过”里。',
  },
] as const;

export const DISPUTES_PAGE = {
  title: '复议诉讼台账',
  purpose: '政府信息公开引起的行政复议、行政诉讼，从受理到结果；年度报告表四由这里计出。',
  law: [LAW.reportDeadline],
  needs: 'dispute.read',
  help: HELP,
} as const satisfies PageInfo;

export const NEW_DISPUTE_PAGE = {
  title: '登记复议、诉讼案件',
  purpose: '写明是哪一类案件、因什么引起、在哪里审理；结果出来以后再补填。',
  law: [LAW.reportDeadline],
  needs: 'dispute.write',
  help: HELP,
} as const satisfies PageInfo;

export const DISPUTE_PAGE = {
  title: '复议、诉讼案件',
  purpose: '各个审级、本机关的期限，和这件案件计入表四的哪一格、为什么。',
  law: [LAW.reportDeadline],
  needs: 'dispute.read',
  help: HELP,
} as const satisfies PageInfo;

export const LOSSES_PAGE = {
  title: '纠错、败诉原因',
  purpose: '复议被纠错、诉讼败诉的案件，按原因、答复理由、机关和内设机构计数；每个数字都能打开案件。',
  law: [LAW.reportDeadline],
  needs: 'dispute.read',
  help: HELP,
} as const satisfies PageInfo;

export const TABLE_FOUR_PAGE = {
  title: '年报表四',
  purpose: '行政复议、行政诉讼情况：每个数字都能打开所计的案件。',
  law: [LAW.reportDeadline],
  needs: 'dispute.read',
  help: HELP,
} as const satisfies PageInfo;
