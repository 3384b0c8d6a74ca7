import type { LetterTemplate } from '../letter-template.ts';
import { choice, choices, date, LAW, line, optionalLine, text } from './common.ts';
import { reasonField, reply } from './reply-template.ts';

const REASON = '理由：{reason}';

/** Cannot be supplied (条例30, 36(4), 36(5), 38). */
export const UNAVAILABLE_REPLIES = {
  'unavailable.nonExistent': reply({
    basis: `${LAW}第三十六条第（四）项`,
    decision: '经检索，{you}申请公开的政府信息不存在。',
    fields: [
      text({
        key: 'reason',
        label: '检索情况和理由',
        help: '检索的时间、地点、方式、范围和结果；从未制作、从未获取，或者已经依法销毁等。法释〔2025〕8号：行政机关说明已经尽到合理检索义务。',
      }),
    ],
    reason: REASON,
  }),
  'unavailable.otherOrgan': reply({
    basis: `${LAW}第三十六条第（五）项`,
    decision:
      '{you}申请公开的信息不属于本机关负责公开[；建议向{organInCharge}（联系方式：{organContact}）申请]。',
    fields: [
      optionalLine({
        key: 'organInCharge',
        label: '负责公开的机关',
        help: '条例第三十六条第（五）项：能够确定负责公开的机关的，告知名称、联系方式。',
      }),
      optionalLine({
        key: 'organContact',
        label: '该机关的联系方式',
        help: '电话、地址；写了机关名称的必须写。',
      }),
      reasonField('不属于本机关负责公开的职责依据。'),
    ],
    reason: REASON,
  }),
  'unavailable.requiresCreation': reply({
    basis: `${LAW}第三十八条`,
    decision: '{you}申请的内容需要对现有政府信息进行加工、分析，不予提供。',
    fields: [reasonField('现有政府信息的状况，需要加工、分析的内容。')],
    reason: REASON,
  }),
  'unavailable.stillUnclear': reply({
    basis: `${LAW}第三十条、第三十六条`,
    decision: '经补正，仍不能明确{you}所指的政府信息，无法提供。',
    fields: [reasonField('补正告知和补正的情况，为何仍不能明确。')],
    reason: REASON,
  }),
} as const satisfies Readonly<Record<string, LetterTemplate>>;

/** Not processed (条例35, 36(6), 39). */
export const NOT_PROCESSED_REPLIES = {
  'notProcessed.petitionOrComplaint': reply({
    basis: `${LAW}第三十九条第一款`,
    decision:
      '{you}以政府信息公开申请的形式进行{petitionKind}，不作为政府信息公开申请处理[；请通过{channel}渠道提出]。',
    fields: [
      choices(
        { key: 'petitionKind', label: '属于哪一类', help: '条例第三十九条第一款。' },
        { petition: '信访', complaint: '投诉', report: '举报' },
      ),
      optionalLine({
        key: 'channel',
        label: '相应的渠道',
        help: '条例第三十九条第一款：可以告知通过相应信访渠道提出。',
        printed: ['', '渠道'],
      }),
      reasonField('申请内容为何属于信访、投诉、举报。'),
    ],
    reason: REASON,
  }),
  'notProcessed.duplicate': reply({
    basis: `${LAW}第三十六条第（六）项`,
    decision: '{you}申请的信息本机关已于{repliedOn}[以{earlierNumber}]答复，不予重复处理。',
    fields: [
      date({
        key: 'repliedOn',
        label: '先前答复的日期',
        help: '条例第三十六条第（六）项：行政机关已就申请人提出的政府信息公开申请作出答复。',
      }),
      optionalLine({ key: 'earlierNumber', label: '先前答复的文号', help: '便于申请人查找。' }),
      reasonField('两次申请为何是同一内容：名称、文号、时间段的比较。'),
    ],
    reason: REASON,
  }),
  'notProcessed.publication': reply({
    basis: `${LAW}第三十九条第二款`,
    decision: '{you}申请的内容属于公开出版物，可以通过{source}获取。',
    fields: [
      line({ key: 'source', label: '获取的途径', help: '条例第三十九条第二款：可以告知获取的途径。' }),
      reasonField('出版物的名称、出版单位。'),
    ],
    reason: REASON,
  }),
  'notProcessed.excessive': reply({
    basis: `${LAW}第三十五条`,
    decision: '{you}申请公开政府信息的数量、频次明显超过合理范围，{reasonsGiven}，不予处理。',
    fields: [
      choice(
        {
          key: 'reasonsGiven',
          label: '说明理由的情况',
          help: '条例第三十五条：要求说明理由，认为申请理由不合理的，告知不予处理。',
        },
        { unreasonable: '所说明的理由不合理', notGiven: '经要求没有说明理由' },
      ),
      reasonField('数量、频次的事实，所说明的理由和本机关的判断。'),
    ],
    reason: REASON,
  }),
  'notProcessed.reconfirmation': reply({
    basis: '{basis}',
    decision: '{you}要求{confirmation}已经获取的政府信息，不予处理。',
    fields: [
      line({
        key: 'basis',
        label: '依据',
        help: '条例没有专门的条款；写明所依据的规定名称和条款。',
        printed: ['', '的规定'],
      }),
      choices(
        { key: 'confirmation', label: '要求什么', help: '规范：要求确认或者重新出具已获取的信息。' },
        { confirm: '确认', reissue: '重新出具' },
      ),
      reasonField('何时、以什么方式已经提供。'),
    ],
    reason: REASON,
  }),
} as const satisfies Readonly<Record<string, LetterTemplate>>;
