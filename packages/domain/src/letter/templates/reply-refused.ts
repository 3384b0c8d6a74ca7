import type { LetterTemplate } from '../letter-template.ts';
import { choice, choices, LAW, line, optionalLine } from './common.ts';
import { reasonField, reply } from './reply-template.ts';

const REASON = '理由：{reason}';

/** Not disclosed (条例14–16), or to be looked up by a procedure of its own (36(7)). */
export const REFUSED_REPLIES = {
  'refused.stateSecret': reply({
    basis: `${LAW}第十四条`,
    decision: '{you}申请公开的信息属于依法确定为国家秘密的政府信息，不予公开。',
    fields: [reasonField('定密依据、密级和保密期限等可以告知的情况；不得写出涉密内容。')],
    reason: REASON,
  }),
  'refused.prohibitedByLaw': reply({
    basis: `${LAW}第十四条`,
    decision: '依据《{law}》第{lawArticle}条[{lawParagraph}]，{you}申请的信息禁止公开，不予公开。',
    fields: [
      line({
        key: 'law',
        label: '法律、行政法规名称',
        help: '只限法律、行政法规；不写书名号。',
        printed: ['《', '》'],
      }),
      line({ key: 'lawArticle', label: '条次', help: '例如：三十二。', printed: ['第', '条'] }),
      optionalLine({ key: 'lawParagraph', label: '款、项', help: '例如：第二款第（三）项；没有的不填。' }),
      reasonField('该条规定的内容和申请的信息为何属于禁止公开的范围。'),
    ],
    reason: REASON,
  }),
  'refused.securityAndStability': reply({
    basis: `${LAW}第十四条`,
    decision: '{you}申请的信息公开后可能危及{threatened}，不予公开。',
    fields: [
      choices(
        { key: 'threatened', label: '可能危及什么', help: '条例第十四条：三安全一稳定。' },
        {
          nationalSecurity: '国家安全',
          publicSecurity: '公共安全',
          economicSecurity: '经济安全',
          socialStability: '社会稳定',
        },
      ),
      reasonField('可能造成危害的合理说明；依据征求意见记录和《风险评估报告》。'),
    ],
    reason: REASON,
  }),
  'refused.thirdPartyRights': reply({
    basis: `${LAW}第十五条、第三十二条`,
    decision: '{you}申请的信息涉及{secret}，{opinion}，不予公开。',
    fields: [
      choices(
        { key: 'secret', label: '涉及什么', help: '条例第十五条。' },
        { tradeSecret: '商业秘密', personalPrivacy: '个人隐私' },
      ),
      choice(
        {
          key: 'opinion',
          label: '第三方的意见',
          help: '条例第三十二条：逾期未提出意见的，由行政机关依照条例的规定决定。',
        },
        {
          refuses: '第三方不同意公开且理由合理',
          silent: '第三方逾期未提出意见，经本机关审查，公开会对其合法权益造成损害',
        },
      ),
      reasonField('为何属于商业秘密、个人隐私，公开会造成什么损害；不写出其内容。'),
    ],
    reason: REASON,
  }),
  'refused.internalAffairs': reply({
    basis: `${LAW}第十六条第一款`,
    decision: '{you}申请的信息属于{affairs}方面的信息，不予公开。',
    fields: [
      choices(
        { key: 'affairs', label: '三类内部事务中的哪一类', help: '条例第十六条第一款：只限这三类。' },
        { personnel: '人事管理', logistics: '后勤管理', workflow: '内部工作流程' },
      ),
      reasonField('为何属于该类内部事务信息；对外不产生影响。'),
    ],
    reason: REASON,
  }),
  'refused.deliberativeProcess': reply({
    basis: `${LAW}第十六条第二款`,
    decision: '{you}申请的信息属于{processKind}，不予公开。',
    fields: [
      choices(
        {
          key: 'processKind',
          label: '四类过程性信息中的哪一类',
          help: '条例第十六条第二款：只限这四类；法律、法规、规章规定应当公开的除外。',
        },
        {
          discussionRecord: '讨论记录',
          draft: '过程稿',
          negotiationLetter: '磋商信函',
          requestReport: '请示报告',
        },
      ),
      reasonField('为何属于该类信息：在作出决定以前形成，尚未成为最终的决定。'),
    ],
    reason: REASON,
  }),
  'refused.enforcementFile': reply({
    basis: `${LAW}第十六条第二款`,
    decision: '{you}申请的信息属于行政执法案卷信息，不予公开[；可以按{fileRule}规定查阅案卷]。',
    fields: [
      optionalLine({
        key: 'fileRule',
        label: '阅卷的规定',
        help: '申请人是案件当事人等、有权查阅案卷的，写明规定的名称。',
        printed: ['', '规定'],
      }),
      reasonField('为何属于行政执法案卷：在执法中形成并记入案卷。'),
    ],
    reason: REASON,
  }),
  'refused.administrativeInquiry': reply({
    basis: `${LAW}第三十六条第（七）项`,
    decision: '法律、行政法规对{you}申请信息的获取有特别规定，请依照{inquiryRule}规定到{inquiryPlace}查询。',
    fields: [
      line({
        key: 'inquiryRule',
        label: '特别规定',
        help: '条例第三十六条第（七）项：工商、不动产登记资料等信息，有关法律、行政法规有特别规定的。写明名称和条款。',
        printed: ['', '规定'],
      }),
      line({ key: 'inquiryPlace', label: '查询的地点', help: '单位名称、地址或者网址。' }),
      reasonField('申请的信息为何属于特别规定的范围。'),
    ],
    reason: REASON,
  }),
} as const satisfies Readonly<Record<string, LetterTemplate>>;
