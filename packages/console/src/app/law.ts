/** A rule that a page rests on, with what it asks in this place. */
export interface LawReference {
  readonly source: string;
  readonly article: string;
  readonly text: string;
}

const DISCLOSURE = '中华人民共和国政府信息公开条例';

/** The rules that pages of the console name; the words are those of the article, shortened where marked by “……”. */
export const LAW = {
  disclosureOffice: {
    source: DISCLOSURE,
    article: '第四条',
    text: '各级人民政府及县级以上人民政府部门应当建立健全本行政机关的政府信息公开工作制度，并指定机构负责本行政机关政府信息公开的日常工作。',
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
} as const satisfies Readonly<Record<string, LawReference>>;
