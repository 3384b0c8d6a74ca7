import { LAW_IN_FORCE, type LetterTemplate, type TemplateParagraph } from '../letter-template.ts';
import { CLOSING, choice, date, LAW, line, optionalLine, optionalText, REQUEST, text } from './common.ts';

const V1 = { version: 1, validFrom: LAW_IN_FORCE, numbered: true } as const;

const REQUESTED_ON = date({
  key: 'requestedOn',
  label: '收到更正申请的日期',
  help: '条例第四十一条：有证据证明与其自身相关的政府信息记录不准确的，可以要求更正。',
});

const RECORD = text({ key: 'record', label: '要求更正的记录', help: '写明记录的名称和要求更正的内容。' });

const AMENDMENT_REQUEST: TemplateParagraph = {
  role: 'request',
  text: '本机关于{requestedOn}收到{you}提出的更正政府信息记录的申请，要求更正：{record}',
};

const ORGAN_IN_CHARGE = {
  key: 'organInCharge',
  label: '有权更正的行政机关',
  help: '条例第四十一条：可以转送有权更正的行政机关处理。',
};

const ORGAN_CONTACT = { key: 'organContact', label: '该机关的联系方式', help: '便于申请人联系。' };

/** 更正告知书: amended, not amended, or with whom to ask instead (条例41). */
export const RECORD_AMENDMENT_NOTICE: LetterTemplate = {
  ...V1,
  remedy: 'recordAmendment',
  source: '条例41',
  fields: [
    REQUESTED_ON,
    RECORD,
    choice(
      {
        key: 'result',
        label: '处理结果',
        help: '条例第四十一条：有权更正的行政机关审核属实的，应当予以更正。',
      },
      {
        amended: '经审核属实，已予更正',
        notAmended: '经审核，不能证明该记录不准确，不予更正',
        notOurs: '该记录的更正不属于本机关职能范围，可以向有权更正的行政机关提出',
      },
    ),
    optionalLine({ ...ORGAN_IN_CHARGE, help: '不属于本机关职能范围的，写明向哪个机关提出。' }),
    optionalLine(ORGAN_CONTACT),
    text({ key: 'reason', label: '审核情况', help: '核对了什么证据，更正后的内容或者不予更正的理由。' }),
  ],
  paragraphs: [
    AMENDMENT_REQUEST,
    {
      role: 'decision',
      text: `根据${LAW}第四十一条的规定，现告知如下：{result}[，有权更正的行政机关：{organInCharge}][（联系方式：{organContact}）]。`,
    },
    { role: 'reason', text: '审核情况：{reason}' },
    CLOSING,
  ],
};

/** 转送告知书: another organ may amend the record (条例41). */
export const RECORD_FORWARDING_NOTICE: LetterTemplate = {
  ...V1,
  remedy: 'proceduralNotice',
  source: '条例41',
  fields: [REQUESTED_ON, RECORD, line(ORGAN_IN_CHARGE), optionalLine(ORGAN_CONTACT)],
  paragraphs: [
    AMENDMENT_REQUEST,
    {
      role: 'decision',
      text: `该记录的更正不属于本机关职能范围。根据${LAW}第四十一条的规定，本机关已将{you}的申请转送{organInCharge}[（联系方式：{organContact}）]处理。`,
    },
    CLOSING,
  ],
};

/** 纳入主动公开告知书: what came of the applicant's suggestion to publish (条例44¶2). */
export const PROMOTION_NOTICE: LetterTemplate = {
  ...V1,
  remedy: 'notPublished',
  source: '条例44¶2',
  fields: [
    choice(
      {
        key: 'result',
        label: '审核结果',
        help: '条例第四十四条第二款：经审核认为属于主动公开范围的，应当及时主动公开。',
      },
      {
        published: '经审核，该政府信息属于主动公开范围，本机关予以主动公开',
        notPublished: '经审核，该政府信息不属于主动公开范围，不纳入主动公开',
      },
    ),
    optionalLine({
      key: 'place',
      label: '公开的位置',
      help: '网址或者栏目；纳入主动公开的，写明在哪里可以查到。',
    }),
    optionalText({ key: 'reason', label: '理由', help: '不纳入主动公开的，写明理由。' }),
  ],
  paragraphs: [
    REQUEST,
    {
      role: 'basis',
      text: `{you}建议将该政府信息纳入主动公开范围。根据${LAW}第四十四条第二款的规定，现告知如下：`,
    },
    { role: 'decision', text: '{result}[，可以通过{place}查阅]。' },
    { role: 'reason', text: '[理由：{reason}]' },
    CLOSING,
  ],
};
