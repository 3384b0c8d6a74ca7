/** A rule that a page rests on, with what it asks in this place. */
export interface LawReference {
  readonly source: string;
  readonly article: string;
  readonly text: string;
}

const DISCLOSURE = '中华人民共和国政府信息公开条例';
const HOLIDAYS = '全国年节及纪念日放假办法';
const PROTECTION_LEVELS = '网络安全等级保护基本要求（GB/T 22239—2019）';

/** The rules that pages of the console name; the words are those of the article, shortened where marked by “……”. */
export const LAW = {
  disclosureOffice: {
    source: DISCLOSURE,
    article: '第四条',
    text: '各级人民政府及县级以上人民政府部门应当建立健全本行政机关的政府信息公开工作制度，并指定机构负责本行政机关政府信息公开的日常工作。',
  },
  officeDuties: {
    source: DISCLOSURE,
    article: '第四条第二款',
    text: '政府信息公开工作机构的具体职能是：（一）办理本行政机关的政府信息公开事宜；（二）维护和更新本行政机关公开的政府信息；（三）组织编制本行政机关的政府信息公开指南、政府信息公开目录和政府信息公开工作年度报告；（四）组织开展对拟公开政府信息的审查；（五）本行政机关规定的与政府信息公开有关的其他职能。',
  },
  disclosureGuide: {
    source: DISCLOSURE,
    article: '第十二条',
    text: '政府信息公开指南包括政府信息的分类、编排体系、获取方式和政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式等内容。',
  },
  organContact: {
    source: DISCLOSURE,
    article: '第二十条第二项',
    text: '行政机关应当……主动公开本行政机关的下列政府信息：……（二）机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名；……',
  },
  reportDeadline: {
    source: DISCLOSURE,
    article: '第四十九条',
    text: '县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。',
  },
  disclosureReview: {
    source: DISCLOSURE,
    article: '第十七条',
    text: '行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任。',
  },
  proactivePeriod: {
    source: DISCLOSURE,
    article: '第二十六条',
    text: '属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。',
  },
  replyDeadline: {
    source: DISCLOSURE,
    article: '第三十三条',
    text: '行政机关不能当场答复的，应当自收到申请之日起20个工作日内予以答复；……延长的期限最长不得超过20个工作日。',
  },
  personalInformationMeasures: {
    source: '中华人民共和国个人信息保护法',
    article: '第五十一条',
    text: '个人信息处理者应当……采取相应的加密、去标识化等安全技术措施；合理确定个人信息处理的操作权限……',
  },
  networkLogs: {
    source: '中华人民共和国网络安全法',
    article: '第二十三条',
    text: '……采取监测、记录网络运行状态、网络安全事件的技术措施，并按照规定留存相关的网络日志不少于六个月……',
  },
  leastPrivilege: {
    source: PROTECTION_LEVELS,
    article: '8.1.4.2 d',
    text: '应授予管理用户所需的最小权限，实现管理用户的权限分离。',
  },
  unusedAccounts: {
    source: PROTECTION_LEVELS,
    article: '8.1.4.2 c',
    text: '应及时删除或停用多余的、过期的账户，避免共享账户的存在。',
  },
  nationalHolidays: {
    source: HOLIDAYS,
    article: '第二条',
    text: '全体公民放假的节日：元旦放假1天，春节4天，清明节1天，劳动节2天，端午节1天，中秋节1天，国庆节3天……',
  },
  regionalHolidays: {
    source: HOLIDAYS,
    article: '第四条',
    text: '少数民族习惯的节日，由各少数民族聚居地区的地方人民政府，按照各该民族习惯，规定放假日期。',
  },
} as const satisfies Readonly<Record<string, LawReference>>;
