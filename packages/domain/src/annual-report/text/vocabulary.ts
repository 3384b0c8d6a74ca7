import type { ApplicantKind, RowId } from '../ids.ts';

/**
 * The words by which a sentence says which figure it means. What a word is good for is told by its category; a
 * few words also carry what they name: rows of table three, applicant kinds, rows of table two.
 */
export type Category =
  | 'received' // 收到, 受理
  | 'newlyReceived' // 新收: row 一 alone
  | 'handled' // 办结, 答复
  | 'application' // 申请
  | 'outcome' // a row or a group of 三、本年度办理结果
  | 'kind' // an applicant kind
  | 'looseKind' // 企业, 其他: an applicant kind only inside such a list
  | 'carry' // 结转
  | 'lastYear'
  | 'nextYear'
  | 'thisYear'
  | 'partYear' // 一季度, 9月
  | 'compare' // 比, 较
  | 'change' // 增长, 下降: what follows is a difference or a rate
  | 'changedTo' // 增至: what follows is this year's figure
  | 'list' // 其中
  | 'exhaustive' // 分别为
  | 'respectively' // 分别
  | 'sum' // 共
  | 'foreign' // 各部门: not the reporter as a whole
  | 'own' // 我镇, 全市: the reporter again
  | 'publish' // 发布, 公示
  | 'documentClass' // 公文属性: 不予公开 is then no outcome of a case
  | 'channel'
  | 'allChannels' // 等渠道
  | 'matter' // 涉及…
  | 'also' // 同步: a list whose parts overlap
  | 'timely' // 按时
  | 'reconsideration'
  | 'litigation'
  | 'direct'
  | 'afterReconsideration'
  | 'result'
  | 'soft' // 受理、办理、备案 of disputes: perhaps not the organ's own
  | 'document' // 规章, 规范性文件
  | 'action' // 制发, 废止, 现行有效
  | 'decision' // 行政许可, 行政处罚, 行政强制
  | 'decided' // 作出, 处理决定
  | 'fees'
  | 'procurement'
  | 'procurementProjects'
  | 'procurementAmount'
  | 'share' // 占
  | 'handledRate' // 办结率
  | 'otherRate' // 满意率
  | 'joiner' // 和, 、
  | 'filler'
  | 'other'; // a word that looks like one of the above and is not

export interface Word {
  readonly category: Category;
  readonly rows?: readonly RowId[];
  readonly kinds?: readonly ApplicantKind[];
  /** Result of a dispute as column of table four; action of a document as column of table two. */
  readonly columns?: readonly string[];
}

const REFUSED: readonly RowId[] = [
  't3.refused.stateSecret',
  't3.refused.prohibitedByLaw',
  't3.refused.securityAndStability',
  't3.refused.thirdPartyRights',
  't3.refused.internalAffairs',
  't3.refused.deliberativeProcess',
  't3.refused.enforcementFile',
  't3.refused.administrativeInquiry',
];
const UNAVAILABLE: readonly RowId[] = [
  't3.unavailable.notHeld',
  't3.unavailable.requiresCreation',
  't3.unavailable.stillUnclear',
];
const NOT_PROCESSED: readonly RowId[] = [
  't3.notProcessed.petitionOrComplaint',
  't3.notProcessed.duplicate',
  't3.notProcessed.publication',
  't3.notProcessed.excessive',
  't3.notProcessed.reconfirmation',
];
/** Both forms: the reader of the claim keeps the rows that the report's form has. */
const OTHER_HANDLING: readonly RowId[] = [
  't3.otherHandling',
  't3.otherHandling.correctionLapsed',
  't3.otherHandling.feeUnpaid',
  't3.otherHandling.other',
];
const ORGANIZATIONS: readonly ApplicantKind[] = [
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
];

const PLAIN: readonly (readonly [Category, string])[] = [
  ['received', '收到 受理 接收 接到 接获 收办'],
  ['newlyReceived', '新收'],
  ['handled', '办结 办毕 办理完毕 办理完结 办理完成 办理 答复 回复 处理 处理完毕'],
  [
    'application',
    '政府信息公开申请 信息公开申请 公开申请 依申请公开申请 依申请公开 依申请 申请公开 申请 政府信息依申请公开',
  ],
  ['carry', '结转 转结'],
  ['lastYear', '上年 上年度 上一年 上一年度 去年 前年 往年 同期'],
  ['nextYear', '下年 下年度 下一年 下一年度 次年 次年度 明年 翌年'],
  ['thisYear', '今年 今年度 本年 本年度 全年 全年度 当年 年内'],
  ['compare', '比 较 相比 相较 同比 环比 对比'],
  ['change', '增加 增长 减少 下降 上升 提高 降低 增幅 降幅 涨幅 下滑 递增 递减 增加了 增长了 减少了 下降了'],
  [
    'changedTo',
    '增加到 增加至 增长到 增长至 增至 上升到 上升至 下降到 下降至 降至 减少到 减少至 减至 提高到 提升至',
  ],
  ['list', '其中 包括 包含'],
  ['exhaustive', '分别为 分别是'],
  ['respectively', '分别 依次'],
  ['sum', '共 共计 合计 总计 累计 总共 总数 总量'],
  [
    'foreign',
    '部门 单位 县区 区县 县市区 市县区 乡镇 镇街 街镇 各县 各区 各镇 各乡 各街道 市直 区直 县直 下属 所属 市本级 县本级 区本级 省本级 州本级',
  ],
  [
    'own',
    '全市 全县 全区 全省 全镇 全乡 全街道 全系统 全州 全旗 各级 我市 我县 我区 我省 我镇 我乡 我局 我委 我办 我厅 我院 我街道 本机关 本单位 本街道 本镇 本局',
  ],
  ['publish', '主动公开 发布 公示 公布 上传 推送 录入 归集 报送 公开了 解读 备案审查'],
  ['documentClass', '公文 公开属性 文件属性 属性'],
  [
    'channel',
    '网上 网络 网站 线上 线下 互联网 平台 邮寄 信函 邮件 邮箱 书面 当面 现场 传真 窗口 电子 信件 快递 挂号信 系统 门户',
  ],
  ['allChannels', '等渠道 等方式 等途径 等形式 各种渠道 多种渠道 各类渠道 各渠道 等多种方式 等多种渠道'],
  ['matter', '涉及 关于 有关 主要为 方面'],
  ['also', '同步 同时 转载'],
  ['timely', '按时 按期 及时 限时 延期 逾期 超期 提前'],
  ['reconsideration', '行政复议 复议 申请行政复议 申请复议 行政复议申请'],
  ['litigation', '行政诉讼 诉讼 起诉 行政应诉 应诉'],
  [
    'direct',
    '未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起行政诉讼 直接起诉 直接提起行政诉讼 未经复议',
  ],
  [
    'afterReconsideration',
    '复议后起诉 经复议后起诉 行政复议后起诉 复议后提起行政诉讼 复议后诉讼 经复议后提起诉讼',
  ],
  ['soft', '备案 审理 代理 承办 参与'],
  ['decided', '作出 处理决定 决定 决定书'],
  ['fees', '行政事业性收费 行政事业收费'],
  ['procurement', '政府集中采购 集中采购'],
  ['procurementProjects', '采购项目数量 采购项目'],
  ['procurementAmount', '采购总金额 采购金额 采购总额 采购资金'],
  ['share', '占 占比 占总 比例 比重 分别占 各占'],
  ['handledRate', '办结率 答复率 办理率'],
  ['otherRate', '满意率 按时办结率 按期办结率 及时答复率 按期答复率 按时答复率 限时答复率 公开率 准确率'],
  ['joiner', '、 和 及 与 以及 或 并'],
  [
    'filler',
    '申请人 继续办理 提出 提交 来自 向 对 均 分别各 各 约 近 超过 已 已经 依法 事项 案件 案 类 类别 情形 项数 件数 数量 情况 结果 作出答复 大约 不足 逾',
  ],
  [
    'other',
    '规章制度 受理人 受理点 办理流程 办理情况反馈 处理决定书文号 无正当理由 申请表 申请书 出庭应诉 审结 建议 提案',
  ],
];

const OUTCOMES: readonly (readonly [string, readonly RowId[]])[] = [
  ['予以公开 同意公开 全部公开 予公开', ['t3.granted']],
  ['部分公开 予以部分公开 同意部分公开 区分处理', ['t3.partiallyGranted']],
  ['不予公开 不予以公开 不同意公开', REFUSED],
  ['国家秘密 属于国家秘密 涉及国家秘密 属国家秘密', ['t3.refused.stateSecret']],
  ['其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开', ['t3.refused.prohibitedByLaw']],
  ['三安全一稳定 危及“三安全一稳定” “三安全一稳定”', ['t3.refused.securityAndStability']],
  ['保护第三方合法权益 第三方合法权益 涉及第三方', ['t3.refused.thirdPartyRights']],
  [
    '三类内部事务信息 内部事务信息 属于三类内部事务信息 三类内部事务 内部事务',
    ['t3.refused.internalAffairs'],
  ],
  ['四类过程性信息 过程性信息 属于四类过程性信息 四类过程性 过程性', ['t3.refused.deliberativeProcess']],
  ['行政执法案卷 执法案卷 属于行政执法案卷 行政执法案卷信息', ['t3.refused.enforcementFile']],
  ['行政查询事项 属于行政查询事项 行政查询', ['t3.refused.administrativeInquiry']],
  ['无法提供', UNAVAILABLE],
  [
    '本机关不掌握相关政府信息 不掌握相关政府信息 本机关不掌握 不掌握 信息不存在 政府信息不存在',
    ['t3.unavailable.notHeld'],
  ],
  ['没有现成信息需要另行制作 没有现成信息 需要另行制作 需另行制作', ['t3.unavailable.requiresCreation']],
  ['补正后申请内容仍不明确 申请内容仍不明确 补正后仍不明确', ['t3.unavailable.stillUnclear']],
  ['不予处理', NOT_PROCESSED],
  [
    '信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访、举报、投诉',
    ['t3.notProcessed.petitionOrComplaint'],
  ],
  ['重复申请', ['t3.notProcessed.duplicate']],
  ['要求提供公开出版物 公开出版物', ['t3.notProcessed.publication']],
  ['无正当理由大量反复申请 大量反复申请', ['t3.notProcessed.excessive']],
  [
    '要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息',
    ['t3.notProcessed.reconfirmation'],
  ],
  ['其他处理 作其他处理', OTHER_HANDLING],
  [
    '申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 逾期未补正',
    ['t3.otherHandling.correctionLapsed'],
  ],
  [
    '逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期未缴费 逾期未缴纳费用',
    ['t3.otherHandling.feeUnpaid'],
  ],
];

const KINDS: readonly (readonly [string, readonly ApplicantKind[]])[] = [
  ['自然人 公民 公民个人 自然人申请', ['naturalPerson']],
  ['商业企业', ['commercialEnterprise']],
  ['科研机构', ['researchInstitution']],
  ['社会公益组织 公益组织', ['publicWelfareOrganization']],
  ['法律服务机构 律师事务所', ['legalServiceInstitution']],
  ['其他组织 其他法人组织', ['otherOrganization']],
  ['法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或组织', ORGANIZATIONS],
];

/** annual-report.md §6; words beside the form's own four follow the default mapping [U]. */
const RESULTS: readonly (readonly [string, readonly string[]])[] = [
  ['结果维持 维持 予以维持 维持原具体行政行为 维持原行政行为', ['upheld']],
  ['结果纠正 纠正 予以纠正 被纠正 撤销 责令履行 确认违法', ['rectified']],
  ['其他结果', ['otherResult']],
  ['尚未审结 未审结 正在审理 正在审理中 尚在审理 审理中 未结', ['pending']],
];

const ACTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['制发 制定 印发 出台 新制定 新制作 新制发 本年制发 本年新制作', ['made', 'newlyMade', 'newlyDisclosed']],
  ['新公开 本年新公开', ['newlyDisclosed', 'newlyMade']],
  ['废止 宣布失效 失效 废止和宣布失效 废止失效', ['repealed']],
  ['现行有效', ['inForce', 'totalDisclosed']],
  ['对外公开总数量 对外公开总数 对外公开', ['totalDisclosed']],
];

const ROWS_OF_TABLE_TWO: readonly (readonly [string, Category, RowId])[] = [
  ['规章 政府规章', 'document', 't2.administrativeRule'],
  ['行政规范性文件 规范性文件', 'document', 't2.normativeDocument'],
  ['行政许可', 'decision', 't2.licensing'],
  ['其他对外管理服务事项', 'decision', 't2.otherServices'],
  ['行政处罚', 'decision', 't2.penalties'],
  ['行政强制 行政强制措施', 'decision', 't2.coercion'],
];

/** Short names that mean a column only behind one that was named in full; 其他 may mean all the rest. */
const LOOSE_KINDS: readonly (readonly [string, readonly ApplicantKind[]])[] = [
  ['企业 商业 公司 商业组织', ['commercialEnterprise']],
  ['科研 科研单位', ['researchInstitution']],
  ['公益', ['publicWelfareOrganization']],
  ['法律服务', ['legalServiceInstitution']],
  ['其他 其它', []],
];

function buildVocabulary(): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  const add = (list: string, word: Word) => {
    for (const text of list.split(' ')) words.set(text, word);
  };
  for (const [category, list] of PLAIN) add(list, { category });
  for (const [list, rows] of OUTCOMES) add(list, { category: 'outcome', rows });
  for (const [list, kinds] of KINDS) add(list, { category: 'kind', kinds });
  for (const [list, kinds] of LOOSE_KINDS) add(list, { category: 'looseKind', kinds });
  for (const [list, columns] of RESULTS) add(list, { category: 'result', columns });
  for (const [list, columns] of ACTIONS) add(list, { category: 'action', columns });
  for (const [list, category, row] of ROWS_OF_TABLE_TWO) add(list, { category, rows: [row] });
  return words;
}

export const VOCABULARY: ReadonlyMap<string, Word> = buildVocabulary();
