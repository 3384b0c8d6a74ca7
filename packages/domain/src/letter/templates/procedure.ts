import type { LetterTemplate } from '../letter-template.ts';
import { LAW_IN_FORCE } from '../letter-template.ts';
import { CLOSING, choices, date, LAW, number, PRACTICE, REQUEST, text } from './common.ts';

const V1 = { version: 1, validFrom: LAW_IN_FORCE, remedy: 'proceduralNotice', numbered: true } as const;

/** 接收回执, at registration. */
export const ACKNOWLEDGEMENT: LetterTemplate = {
  ...V1,
  remedy: 'proceduralNotice',
  numbered: false,
  source: '条例31、33；各地通行的登记回执',
  fields: [],
  paragraphs: [
    {
      role: 'request',
      text: '{you}提出的政府信息公开申请，本机关已经登记，登记号为{registrationNumber}。申请公开“{asked}”，要求的提供形式为{form}，获取方式为{way}。',
    },
    {
      role: 'period',
      text: `收到申请之日为{receiptDate}（{receiptRule}）。本机关将依照${LAW}第三十三条规定的期限答复，答复期限为{due}。需要补正、延长答复期限、征求第三方或者其他机关意见的，期限依照该条例第三十条、第三十二条、第三十三条另行计算，并告知{you}。`,
    },
  ],
};

const CORRECTION_GROUNDS = {
  identity: '申请人的姓名（名称）、身份证明或者联系方式不全',
  description: '申请公开的政府信息的名称、文号或者其他特征性描述不明确',
  inquiry: '申请内容属于咨询，没有指向特定的政府信息',
  form: '获取政府信息的形式要求不明确',
};

/** 补正告知书: once, within seven working days of receipt (条例30). */
export const CORRECTION_NOTICE: LetterTemplate = {
  ...V1,
  source: `条例30；${PRACTICE} 补正情形`,
  fields: [
    choices(
      { key: 'grounds', label: '需要补正的原因', help: '条例第三十条：申请内容不明确。' },
      CORRECTION_GROUNDS,
    ),
    text({ key: 'matters', label: '需要补正的事项', help: '条例第三十条：一次性告知需要补正的事项。' }),
    text({
      key: 'guidance',
      label: '指导和释明',
      help: '条例第三十条：给予指导和释明，例如可以补充名称、文号、制作机关、时间。',
    }),
    number({
      key: 'days',
      label: '补正期限（工作日）',
      help: '条例第三十条：合理的补正期限；一般不超过15个工作日，自收到告知书之日起计算。',
    }),
  ],
  paragraphs: [
    REQUEST,
    { role: 'basis', text: `经审查，{grounds}。根据${LAW}第三十条的规定，请{you}对申请作出补正。` },
    { role: 'decision', text: '需要补正的事项：{matters}' },
    { role: 'guidance', text: '补正的指导和释明：{guidance}' },
    {
      role: 'period',
      text: '请自收到本告知书之日起{days}个工作日内补正。答复期限自本机关收到补正的申请之日起重新计算。',
    },
    {
      role: 'effect',
      text: '无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。',
    },
    CLOSING,
  ],
};

/** 延期答复告知书, before the first period ends (条例33¶2). */
export const EXTENSION_NOTICE: LetterTemplate = {
  ...V1,
  source: '条例33¶2',
  fields: [
    text({
      key: 'reason',
      label: '延期理由',
      help: '条例第三十三条第二款：需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人。',
    }),
    number({
      key: 'days',
      label: '延长的工作日数',
      help: '条例第三十三条第二款：延长的期限最长不得超过20个工作日。',
      most: 20,
    }),
  ],
  paragraphs: [
    REQUEST,
    { role: 'reason', text: '不能在原答复期限内答复的理由：{reason}' },
    {
      role: 'decision',
      text: `经本机关政府信息公开工作机构负责人同意，根据${LAW}第三十三条第二款的规定，答复期限延长{days}个工作日，延长后的答复期限为{due}。`,
    },
    CLOSING,
  ],
};

/** 答复期限变更告知书: a calendar moved the last day that was told before (calendar.md §4). */
export const MOVED_DUE_NOTICE: LetterTemplate = {
  ...V1,
  source: '条例33；国务院办公厅关于节假日安排的通知',
  fields: [
    date({ key: 'toldOn', label: '原来告知的日期', help: '由系统记录的、已经告知申请人的答复期限。' }),
    text({
      key: 'reason',
      label: '变动的原因',
      help: '写明哪一份节假日安排使工作日变动。',
    }),
  ],
  paragraphs: [
    REQUEST,
    { role: 'reason', text: '本机关曾告知{you}答复期限为{toldOn}。{reason}' },
    {
      role: 'decision',
      text: `根据${LAW}第三十三条的规定和调整后的工作日计算，答复期限变更为{due}。`,
    },
    CLOSING,
  ],
};

/** 征求意见告知书: the applicant is told that consultation runs and its time is not counted (条例33¶3). */
export const CONSULTATION_NOTICE: LetterTemplate = {
  ...V1,
  source: `条例32、33¶3；${PRACTICE}`,
  fields: [
    choices(
      { key: 'consulted', label: '征求谁的意见', help: '条例第三十二条、第三十三条第三款、第三十四条。' },
      { thirdParty: '第三方', coMaker: '共同制作机关', otherOrgan: '其他机关' },
    ),
  ],
  paragraphs: [
    REQUEST,
    {
      role: 'decision',
      text: `{you}申请公开的政府信息需要征求{consulted}的意见，本机关已经发出征求意见书。根据${LAW}第三十三条第三款的规定，征求意见所需时间不计算在答复期限内。`,
    },
    CLOSING,
  ],
};

/** 说明理由告知书 (条例35). */
export const REASONS_REQUEST_NOTICE: LetterTemplate = {
  ...V1,
  source: '条例35',
  fields: [
    text({
      key: 'facts',
      label: '数量、频次的事实',
      help: '条例第三十五条：申请公开政府信息的数量、频次明显超过合理范围。写明期间和件数。',
    }),
    date({ key: 'replyBy', label: '说明理由的截止日期', help: '条例没有规定期限，由本机关确定合理的日期。' }),
  ],
  paragraphs: [
    REQUEST,
    { role: 'reason', text: '经核查，{facts}' },
    {
      role: 'decision',
      text: `根据${LAW}第三十五条的规定，{you}申请公开政府信息的数量、频次明显超过合理范围，请{you}说明理由。`,
    },
    { role: 'period', text: '请于{replyBy}前（含当日）向本机关书面说明。[{reasonsClock}]' },
    {
      role: 'effect',
      text: '理由不合理的，本机关将告知不予处理；理由合理但无法在规定期限内答复的，本机关可以确定延迟答复的合理期限并告知。',
    },
    CLOSING,
  ],
};

/** 延迟答复告知书: the reasonable time of 条例35, fixed and told. */
export const DEFERRED_REPLY_NOTICE: LetterTemplate = {
  ...V1,
  source: '条例35',
  fields: [
    text({
      key: 'reason',
      label: '延迟答复的理由',
      help: '条例第三十五条：申请理由合理，但是无法在规定的期限内答复。',
    }),
  ],
  paragraphs: [
    REQUEST,
    { role: 'reason', text: '{you}申请公开政府信息的数量、频次明显超过合理范围，所说明的理由合理。{reason}' },
    {
      role: 'decision',
      text: `根据${LAW}第三十五条的规定，本机关确定延迟答复，答复期限为{due}。`,
    },
    CLOSING,
  ],
};
