interface Article {
  readonly source: string;
  readonly article: string;
}

/** Shown as a quotation: the words of the article, confirmed by the project's domain reference. */
interface QuotedRule extends Article {
  readonly text: string;
}

/** Shown as our own summary: what the article asks in this place, not its words. */
interface SummedUpRule extends Article {
  readonly gist: string;
}

/** A rule that a page rests on. */
export type LawReference = QuotedRule | SummedUpRule;

const DISCLOSURE = '中华人民共和国政府信息公开条例';
const VILLAGES = '中华人民共和国村民委员会组织法';
const HOLIDAYS = '全国年节及纪念日放假办法';
const PROTECTION_LEVELS = '网络安全等级保护基本要求（GB/T 22239—2019）';

/** The rules that pages of the console name. */
export const LAW = {
  disclosureOffice: {
    source: DISCLOSURE,
    article: '第四条',
    gist: '各级政府和县级以上政府部门建立健全本机关的政府信息公开工作制度，指定工作机构负责日常工作。',
  },
  officeDuties: {
    source: DISCLOSURE,
    article: '第四条第二款',
    text: '（一）办理本行政机关的政府信息公开事宜；（二）维护和更新本行政机关公开的政府信息；（三）组织编制本行政机关的政府信息公开指南、政府信息公开目录和政府信息公开工作年度报告；（四）组织开展对拟公开政府信息的审查；（五）本行政机关规定的与政府信息公开有关的其他职能。',
  },
  disclosureGuide: {
    source: DISCLOSURE,
    article: '第十二条',
    gist: '公开指南写明信息的分类、编排体系、获取方式，以及工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式等。',
  },
  organContact: {
    source: DISCLOSURE,
    article: '第二十条第二项',
    text: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
  },
  complaintDuty: {
    source: DISCLOSURE,
    article: '第四十七条、第五十一条',
    gist: '未按照要求主动公开、对申请不依法答复处理的，公众可以向主管部门提出；查证属实的，应当予以督促整改或者通报批评。也可以向上一级行政机关投诉、举报。',
  },
  reportDeadline: {
    source: DISCLOSURE,
    article: '第四十九条',
    gist: '县级以上政府部门每年1月31日前向本级主管部门提交上一年度的年度报告并向社会公布；本级政府的年度报告由主管部门在3月31日前向社会公布。',
  },
  disclosureReview: {
    source: DISCLOSURE,
    article: '第十七条',
    gist: '公开前进行审查，有明确的审查程序和责任。',
  },
  proactivePeriod: {
    source: DISCLOSURE,
    article: '第二十六条',
    gist: '主动公开的信息自形成或者变更之日起20个工作日内公开；法律法规另有期限的从其规定。',
  },
  proactiveContent: {
    source: DISCLOSURE,
    article: '第二十条、第二十一条',
    gist: '本机关应当主动公开的各类政府信息。',
  },
  standardCatalog: {
    source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见（国办发〔2019〕54号）',
    article: '编制政务公开事项标准目录',
    gist: '标准目录写明公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象。',
  },
  reevaluation: {
    source: DISCLOSURE,
    article: '第十八条',
    gist: '对不予公开的政府信息定期评估审查，因情势变化可以公开的予以公开。',
  },
  training: {
    source: DISCLOSURE,
    article: '第四十八条',
    gist: '主管部门对行政机关的政府信息公开工作人员定期进行培训。',
  },
  assessmentSystem: {
    source: DISCLOSURE,
    article: '第四十六条',
    gist: '各级政府建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度，定期考核、评议。',
  },
  replyDeadline: {
    source: DISCLOSURE,
    article: '第三十三条',
    gist: '不能当场答复的，自收到申请之日起20个工作日内答复；经批准可以延长，最长不超过20个工作日。',
  },
  separation: {
    source: DISCLOSURE,
    article: '第三十七条',
    gist: '申请公开的信息中含有不应当公开的内容，但是能够作区分处理的，向申请人提供可以公开的内容，并对不予公开的内容说明理由。',
  },
  applicationContent: {
    source: DISCLOSURE,
    article: '第二十九条',
    gist: '申请写明姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者其他特征，以及形式要求；书写确有困难的可以口头提出，由受理机构代为填写。不得要求说明用途。',
  },
  receiptDate: {
    source: DISCLOSURE,
    article: '第三十一条',
    gist: '当面提交的以提交之日、需签收的邮寄以签收之日、平常信函和互联网渠道、传真以双方确认之日为收到申请之日。',
  },
  recordAmendment: {
    source: DISCLOSURE,
    article: '第四十一条',
    gist: '公民、法人或者其他组织有证据证明行政机关提供的与其自身相关的政府信息记录不准确的，可以要求更正；有权更正且审核属实的更正并告知，不属于本机关职能范围的可以转送或者告知向有权机关提出。',
  },
  applicationRegister: {
    source: DISCLOSURE,
    article: '第四十五条',
    gist: '建立健全政府信息公开申请登记、审核、办理、答复、归档的工作制度。',
  },
  applicationFigures: {
    source: DISCLOSURE,
    article: '第五十条第一款第二项',
    gist: '政府信息公开工作年度报告应当包括行政机关收到和处理政府信息公开申请的情况。',
  },
  publicationChannels: {
    source: DISCLOSURE,
    article: '第二十三条',
    gist: '主动公开的信息通过政府公报、政府网站或者其他互联网政务媒体、新闻发布会以及报刊、广播、电视等途径公开。',
  },
  readingPlaces: {
    source: DISCLOSURE,
    article: '第二十五条',
    gist: '在国家档案馆、公共图书馆、政务服务场所设置查阅场所；可以设立公共查阅室、资料索取点、信息公告栏、电子信息屏；及时向国家档案馆、公共图书馆提供主动公开的信息。',
  },
  promotion: {
    source: DISCLOSURE,
    article: '第四十四条',
    gist: '多个申请人就相同政府信息提出申请且该信息属于可以公开的，可以纳入主动公开的范围；申请人可以建议转为主动公开，经审核认为属于主动公开范围的应当及时主动公开。',
  },
  personalInformationMeasures: {
    source: '中华人民共和国个人信息保护法',
    article: '第五十一条',
    gist: '处理个人信息须采取加密、去标识化等安全措施，合理确定操作权限。',
  },
  networkLogs: {
    source: '中华人民共和国网络安全法',
    article: '第二十三条',
    gist: '网络日志留存不少于六个月。',
  },
  opinionResponse: {
    source: '国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知（国办发〔2016〕61号）',
    article: '回应责任和时限',
    gist: '涉事地方和部门是第一责任主体；加强研判，区别情况回应；其他政务舆情在48小时内予以回应。',
  },
  opinionTimers: {
    source: '国务院办公厅《关于全面推进政务公开工作的意见》实施细则（国办发〔2016〕80号）',
    article: '政务舆情回应',
    gist: '对涉及特别重大、重大突发事件的政务舆情，最迟5小时内发布权威信息，24小时内举行新闻发布会；持续发布后续信息。',
  },
  leastPrivilege: {
    source: PROTECTION_LEVELS,
    article: '8.1.4.2 d',
    gist: '管理人员只有工作所需的最小权限，不同管理人员的权限分开。',
  },
  villageItems: {
    source: VILLAGES,
    article: '第三十五条',
    gist: '村民委员会实行村务公开：一般事项至少每季度公布一次，财务往来较多的每月公布一次，重大事项随时公布；公布时间不少于十五日；保证真实，接受村民查询。',
  },
  villageSupervision: {
    source: VILLAGES,
    article: '第三十六条',
    gist: '不及时公布或者公布不真实的，村民有权向乡镇、县级人民政府及其有关主管部门反映，由其调查核实，责令依法公布。',
  },
  unusedAccounts: {
    source: PROTECTION_LEVELS,
    article: '8.1.4.2 c',
    gist: '多余、过期的账号及时停用或删除，不共用账号。',
  },
  nationalHolidays: {
    source: HOLIDAYS,
    article: '第二条',
    gist: '全体公民放假的节日：元旦1天、春节4天、清明节1天、劳动节2天、端午节1天、中秋节1天、国庆节3天，共13天。',
  },
  regionalHolidays: {
    source: HOLIDAYS,
    article: '第四条',
    gist: '少数民族习惯的节日，由各少数民族聚居地区的地方政府规定放假日期。',
  },
} as const satisfies Readonly<Record<string, LawReference>>;
