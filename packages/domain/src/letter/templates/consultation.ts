import { LAW_IN_FORCE, type LetterTemplate, type TemplateForm } from '../letter-template.ts';
import { CLOSING, date, LAW, PRACTICE, text } from './common.ts';

const V1 = { version: 1, validFrom: LAW_IN_FORCE, numbered: true } as const;

const CONTENT_HELP = '只写征求意见所需的内容，不得写出申请人的姓名（名称）、联系方式。';

const opinionForm = (addressee: string): TemplateForm => ({
  title: '意见确认函',
  paragraphs: [`{organ}：`, '你机关《征求意见书》（{documentNumber}）已收到，现提出如下意见：'],
  rows: [
    { label: '□ 同意公开', text: '' },
    { label: '□ 部分同意公开', text: '不同意公开的部分：' },
    { label: '□ 不同意公开', text: '' },
    { label: '理由', text: '' },
    { label: `${addressee}（签名或者盖章）`, text: '' },
    { label: '联系电话', text: '' },
    { label: '日期', text: '　　　　年　　月　　日' },
  ],
});

/** 征求意见书（第三方）: in writing, fifteen working days, silence leaves the organ to decide (条例32). */
export const THIRD_PARTY_LETTER: LetterTemplate = {
  ...V1,
  remedy: 'proceduralNotice',
  source: `条例15、32；${PRACTICE} 意见确认函`,
  fields: [
    text({
      key: 'content',
      label: '征求意见的政府信息',
      help: `条例第三十二条：书面征求第三方的意见。${CONTENT_HELP}`,
    }),
  ],
  paragraphs: [
    {
      role: 'request',
      text: '本机关收到公开下列政府信息的申请[（申请人：{applicantShown}）]，该信息涉及你（单位），公开后可能损害你（单位）的合法权益：',
    },
    { role: 'request', text: '{content}' },
    { role: 'basis', text: `根据${LAW}第十五条、第三十二条的规定，现书面征求你（单位）的意见。` },
    {
      role: 'period',
      text: '请自收到本征求意见书之日起15个工作日内，在所附《意见确认函》中选择“同意公开”、“部分同意公开”或者“不同意公开”，不同意公开的写明理由，并送回本机关。',
    },
    {
      role: 'effect',
      text: `逾期未提出意见的，由本机关依照${LAW}的规定决定是否公开。`,
    },
  ],
  replyForm: opinionForm('第三方'),
};

/** 征求意见书（共同制作机关）: fifteen working days, silence is consent (条例34). */
export const CO_MAKER_LETTER: LetterTemplate = {
  ...V1,
  remedy: 'proceduralNotice',
  source: '条例34',
  fields: [
    text({
      key: 'content',
      label: '征求意见的政府信息',
      help: `条例第三十四条：由牵头制作的行政机关征求意见。${CONTENT_HELP}`,
    }),
  ],
  paragraphs: [
    {
      role: 'request',
      text: '本机关收到公开下列政府信息的申请[（申请人：{applicantShown}）]，该信息由本机关牵头、与你机关共同制作：',
    },
    { role: 'request', text: '{content}' },
    { role: 'basis', text: `根据${LAW}第三十四条的规定，现征求你机关的意见。` },
    { role: 'period', text: '请自收到本征求意见书之日起15个工作日内提出意见。' },
    { role: 'effect', text: '逾期未提出意见的，视为同意公开。' },
  ],
  replyForm: opinionForm('共同制作机关'),
};

/** 协办函, to an internal unit or another organ (条例11, 33¶3). */
export const ASSISTANCE_REQUEST: LetterTemplate = {
  ...V1,
  remedy: 'proceduralNotice',
  source: `条例11、33¶3；${PRACTICE}`,
  fields: [
    text({
      key: 'question',
      label: '需要协助的事项',
      help: `请对方检索、核实或者提出意见的内容。${CONTENT_HELP}`,
    }),
    date({ key: 'replyBy', label: '回复的截止日期', help: '条例没有规定期限，由本机关按答复期限确定。' }),
  ],
  paragraphs: [
    {
      role: 'request',
      text: '本机关正在办理一件政府信息公开申请（登记号：{registrationNumber}）[，申请人：{applicantShown}]，需要你单位协助：',
    },
    { role: 'decision', text: '{question}' },
    { role: 'period', text: '请于{replyBy}前（含当日）书面回复本机关。' },
  ],
};

/** 依申请公开告知书（第三方）: disclosed against its will, with content and reasons (条例32). */
export const THIRD_PARTY_DISCLOSURE_NOTICE: LetterTemplate = {
  ...V1,
  remedy: 'thirdPartyDisclosure',
  source: '条例32',
  fields: [
    text({
      key: 'content',
      label: '决定公开的政府信息',
      help: `条例第三十二条：将决定公开的政府信息内容书面告知第三方。${CONTENT_HELP}`,
    }),
    text({
      key: 'reason',
      label: '公开的理由',
      help: '条例第三十二条：不公开可能对公共利益造成重大影响，或者第三方的理由不合理、逾期未提出意见。',
    }),
  ],
  paragraphs: [
    {
      role: 'request',
      text: '本机关收到公开下列政府信息的申请[（申请人：{applicantShown}）]，曾就此书面征求你（单位）的意见：',
    },
    { role: 'request', text: '{content}' },
    { role: 'decision', text: `根据${LAW}第十五条、第三十二条的规定，本机关决定予以公开。` },
    { role: 'reason', text: '理由：{reason}' },
    { role: 'period', text: '[本机关将自你（单位）收到本告知书之日起满{reliefDays}日后向申请人公开。]' },
    CLOSING,
  ],
};
