import type { OutcomeId } from './outcome.ts';
import { RESULT_GROUPS, resultGroupOf } from './result-groups.ts';

/** An outcome in the words of a citizen: what, why by which article, and what can be done now. */
export interface ToldOutcome {
  readonly result: string;
  readonly why: string;
  readonly next: string;
}

const IN_REPLY = '理由和依据写在答复书中。';
const AGAIN = '仍然需要这项信息的，可以重新申请。';

const TOLD: Readonly<Record<OutcomeId, readonly [why: string, next: string]>> = {
  'granted.alreadyPublic': [
    '您要的信息机关已经主动公开，人人都可以查看（条例第三十六条第（一）项）。',
    '答复书写明了在哪里、怎样获取。',
  ],
  'granted.provided': [
    '您要的信息可以公开，机关提供给您（条例第三十六条第（二）项）。',
    '请在本页“文书和提供的信息”中下载，或者按您选择的方式领取。',
  ],
  'granted.soonPublic': [
    '您要的信息可以公开，机关将要向社会公开（条例第三十六条第（二）项）。',
    '答复书写明了公开的时间和获取的方式，请到时查看。',
  ],
  partiallyGranted: [
    '您要的信息有一部分不能公开，机关遮盖这一部分以后提供其余内容（条例第三十七条）。',
    '请在本页“文书和提供的信息”中下载，或者按您选择的方式领取；没有公开的部分和理由写在答复书中。',
  ],
  'refused.stateSecret': ['您要的信息属于依法确定的国家秘密，不能公开（条例第十四条）。', IN_REPLY],
  'refused.prohibitedByLaw': ['有法律、行政法规禁止公开您要的信息（条例第十四条）。', IN_REPLY],
  'refused.securityAndStability': [
    '公开您要的信息，可能危及国家安全、公共安全、经济安全或者社会稳定（条例第十四条）。',
    IN_REPLY,
  ],
  'refused.thirdPartyRights': [
    '您要的信息涉及他人的商业秘密或者个人隐私，公开会损害其合法权益（条例第十五条、第三十二条）。',
    IN_REPLY,
  ],
  'refused.internalAffairs': [
    '您要的信息属于机关人事管理、后勤管理或者内部工作流程方面的内部事务，可以不公开（条例第十六条第一款）。',
    IN_REPLY,
  ],
  'refused.deliberativeProcess': [
    '您要的信息是机关作出决定以前的讨论记录、过程稿、磋商信函或者请示报告，可以不公开（条例第十六条第二款）。',
    '机关最后作出的决定、发出的正式文件，可以另行申请。',
  ],
  'refused.enforcementFile': [
    '您要的信息在行政执法案卷中，可以不公开（条例第十六条第二款）。',
    '您是案件当事人的，可以按照有关规定申请查阅案卷。',
  ],
  'refused.administrativeInquiry': [
    '怎样查询您要的信息，法律、行政法规另有规定，应当按那些规定办理（条例第三十六条第（七）项）。',
    '请按答复书写明的规定和地点办理查询。',
  ],
  'unavailable.nonExistent': [
    '机关检索以后，没有找到您要的信息（条例第三十六条第（四）项）。',
    '知道更准确的名称、文号或者时间的，可以重新申请。',
  ],
  'unavailable.otherOrgan': [
    '您要的信息不由本机关负责公开（条例第三十六条第（五）项）。',
    '答复书写明了负责公开的机关的，请向该机关申请。',
  ],
  'unavailable.requiresCreation': [
    '没有现成的信息，需要机关另行加工、分析（条例第三十八条）。',
    '可以改为申请现有的文件、数据本身。',
  ],
  'unavailable.stillUnclear': [
    '补正以后，仍然不能确定您要的是哪一项信息（条例第三十条、第三十六条）。',
    '写明名称、文号、时间或者其他特征以后，可以重新申请。',
  ],
  'notProcessed.petitionOrComplaint': [
    '您提出的是信访、投诉或者举报，不作为信息公开申请办理（条例第三十九条第一款）。',
    '请通过答复书写明的渠道提出。',
  ],
  'notProcessed.duplicate': [
    '同样的内容机关以前已经答复过您，不再重复处理（条例第三十六条第（六）项）。',
    '请查看以前的答复。',
  ],
  'notProcessed.publication': [
    '您要的是报刊、书籍等公开出版物（条例第三十九条第二款）。',
    '请通过答复书写明的途径获取。',
  ],
  'notProcessed.excessive': [
    '申请的数量、频次明显超过合理范围，说明的理由不合理（条例第三十五条）。',
    '可以只就确实需要的信息重新申请。',
  ],
  'notProcessed.reconfirmation': [
    '您要求确认或者重新出具已经得到的信息，机关不作处理。',
    '请使用以前提供的信息。',
  ],
  'otherHandling.correctionLapsed': [
    '补正期限已过，没有正当理由而没有补正，视为放弃申请（条例第三十条）。',
    AGAIN,
  ],
  'otherHandling.feeUnpaid': [
    '缴费期限已过，没有缴费，视为放弃申请（条例第四十二条；国办函〔2020〕109号）。',
    AGAIN,
  ],
  'otherHandling.withdrawn': ['您撤回了申请。', AGAIN],
  'otherHandling.partyInformation': [
    '您要的是党务信息，适用《中国共产党党务公开条例（试行）》，不作为政府信息公开。',
    '可以按照党务公开的规定了解。',
  ],
};

/** What the applicant is told of how the case ended. */
export function outcomeTold(outcome: OutcomeId): ToldOutcome {
  const group = resultGroupOf(outcome);
  const [why, next] = TOLD[outcome];
  // “其他处理” is a row of the annual report and says nothing to anybody else.
  return { result: group === 'otherHandling' ? '不再处理' : RESULT_GROUPS[group], why, next };
}
