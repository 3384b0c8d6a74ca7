/** How a document may become known to the public, fixed where it is made (源头认定; 国办发〔2016〕80号). */
export const DISCLOSURE_CLASSES = {
  proactive: { title: '主动公开', mark: '（此件公开发布）', law: '条例第十九条至第二十一条' },
  onApplication: { title: '依申请公开', mark: '（此件依申请公开）', law: '条例第二十七条' },
  withheld: { title: '不予公开', mark: '（此件不予公开）', law: '条例第十四条至第十六条' },
} as const;

export type DisclosureClass = keyof typeof DISCLOSURE_CLASSES;

/** Why a document is not published; each ground is one of the articles, and nothing else is one. */
export const WITHHOLDING_GROUNDS = {
  stateSecret: { title: '依法确定为国家秘密', law: '条例第十四条' },
  forbiddenByLaw: { title: '法律、行政法规禁止公开', law: '条例第十四条' },
  threeSecurities: { title: '公开可能危及国家安全、公共安全、经济安全、社会稳定', law: '条例第十四条' },
  tradeSecret: { title: '涉及商业秘密，公开会损害第三方合法权益', law: '条例第十五条' },
  personalPrivacy: { title: '涉及个人隐私，公开会损害第三方合法权益', law: '条例第十五条' },
  internalAffairs: { title: '内部事务信息', law: '条例第十六条第一款' },
  processInformation: { title: '过程性信息', law: '条例第十六条第二款' },
  enforcementFile: { title: '行政执法案卷信息', law: '条例第十六条第二款' },
} as const;

export type WithholdingGround = keyof typeof WITHHOLDING_GROUNDS;

/** Whom a published item is for; what is for a named group never goes to public channels (publication.md §9). */
export const AUDIENCES = { public: '全社会', specificGroup: '特定群体' } as const;

export type Audience = keyof typeof AUDIENCES;
