import { LAW_IN_FORCE, type LetterTemplate } from '../letter-template.ts';
import { line, optionalLine, optionalText, PRACTICE, text } from './common.ts';

const FORM = {
  version: 1,
  validFrom: LAW_IN_FORCE,
  remedy: 'proceduralNotice',
  numbered: false,
  paragraphs: [],
} as const;

/** 审查呈批单: proposal, secrecy review, opinions, decision. */
export const APPROVAL_SHEET: LetterTemplate = {
  ...FORM,
  source: `条例17、45；${PRACTICE}`,
  fields: [
    text({ key: 'proposal', label: '拟办意见', help: '拟作出的处理决定和理由。' }),
    line({ key: 'article', label: '依据条款', help: '条、款、项写全，与处理决定一致。' }),
    optionalText({ key: 'legalReview', label: '合法性审核意见', help: '空着的，打印后手填。' }),
    optionalText({ key: 'secrecyReview', label: '保密审查意见', help: '条例第十七条；空着的，打印后手填。' }),
    optionalText({ key: 'officeOpinion', label: '公开工作机构意见', help: '空着的，打印后手填。' }),
    optionalText({ key: 'decision', label: '批准意见', help: '空着的，打印后手填。' }),
  ],
  rows: [
    { label: '登记号', text: '{registrationNumber}' },
    { label: '申请人', text: '{applicant}' },
    { label: '收到申请之日', text: '{receiptDate}' },
    { label: '答复期限', text: '{due}' },
    { label: '申请公开的内容', text: '{asked}' },
    { label: '拟办意见', text: '{proposal}' },
    { label: '依据条款', text: '{article}' },
    { label: '合法性审核意见', text: '[{legalReview}]' },
    { label: '保密审查意见', text: '[{secrecyReview}]' },
    { label: '公开工作机构意见', text: '[{officeOpinion}]' },
    { label: '批准意见', text: '[{decision}]' },
  ],
};

/** 送达回证, with each letter. */
export const PROOF_OF_DELIVERY: LetterTemplate = {
  ...FORM,
  source: '国办公开办函〔2016〕235号',
  fields: [
    line({ key: 'letterName', label: '送达文书', help: '文书的名称。' }),
    optionalLine({ key: 'letterNumber', label: '文书的文号', help: '没有文号的不填。' }),
    line({ key: 'recipient', label: '受送达人', help: '申请人、第三方或者机关的名称。' }),
    line({ key: 'deliveryWay', label: '送达方式', help: '直接送达、邮寄、委托其他行政机关、电子送达。' }),
    optionalLine({ key: 'place', label: '送达地点', help: '空着的，打印后手填。' }),
  ],
  rows: [
    { label: '登记号', text: '{registrationNumber}' },
    { label: '送达文书', text: '{letterName}[（{letterNumber}）]' },
    { label: '受送达人', text: '{recipient}' },
    { label: '送达方式', text: '{deliveryWay}' },
    { label: '送达地点', text: '[{place}]' },
    { label: '送达日期', text: '　　　　年　　月　　日' },
    { label: '受送达人签名或者盖章', text: '' },
    { label: '代收人及与受送达人的关系', text: '' },
    { label: '送达人', text: '' },
    { label: '备注', text: '' },
  ],
};
