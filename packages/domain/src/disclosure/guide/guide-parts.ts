import type { Tariff } from '../../fee/tariff.ts';
import { tariffWords } from '../../fee/tariff-words.ts';
import type { RemedyPlaces } from '../../remedy/remedy.ts';

/** What an organ writes itself in its guide; everything else is made from its data and the law. */
export const GUIDE_TEXTS = {
  classification: {
    title: '信息分类的补充说明',
    help: '本机关的信息怎样分类。不填的，按条例第二十条、第二十一条中本机关应当公开的栏目列出。',
  },
  arrangement: { title: '编排体系的补充说明', help: '目录怎样编排、索引号怎样组成。不填的，用通用的说明。' },
  access: {
    title: '获取方式的补充说明',
    help: '政府公报、政务新媒体账号、新闻发布会、公示栏等网站以外的渠道。',
  },
  readingPlaces: {
    title: '政府信息查阅场所',
    help: '国家档案馆、公共图书馆、政务服务场所的名称、地址、电话、开放时间，一行一处（条例第二十五条）。',
  },
  application: {
    title: '依申请公开的补充说明',
    help: '例如申请表放在哪里、当面申请到哪个窗口。',
  },
  other: { title: '其他说明', help: '需要让公众知道的其他事项。' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly help: string }>>;

export type GuideTextId = keyof typeof GUIDE_TEXTS;

export const GUIDE_TEXT_IDS = Object.keys(GUIDE_TEXTS) as readonly GuideTextId[];

export type GuideTexts = Readonly<Partial<Record<GuideTextId, string>>>;

/** An office's details as they are entered; empty or `null` is not given. */
export interface GuideContact {
  readonly name?: string | null;
  readonly address: string | null;
  readonly officeHours: string | null;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
  readonly website: string | null;
}

/** The organ's data that a guide is made from. */
export interface GuideData {
  readonly organName: string;
  /** Columns of its 法定主动公开内容, in order. */
  readonly columns: readonly string[];
  readonly office: GuideContact | null;
  readonly postcode: string | null;
  readonly tariffs: { readonly perItem: Tariff; readonly perPage: Tariff };
  /** `null` while the organs of review and suit are not known. */
  readonly remedies: RemedyPlaces | null;
  /** Whom reports of wrongs go to: the competent department (条例3, 47). */
  readonly supervisor: string | null;
}

export type MissingPlace = 'office' | 'contact' | 'text';

export interface GuidePart {
  readonly id: string;
  readonly title: string;
  readonly law: string;
  readonly lines: readonly string[];
  readonly isGenerated: boolean;
  readonly missing: readonly { readonly words: string; readonly place: MissingPlace }[];
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const given = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined && value.trim() !== '';

/** 条例12 names them one by one; the internet ways are an address of mail or of a site, one is enough. */
const OFFICE_LINES = [
  ['机构名称', ({ name }: GuideContact) => name],
  ['办公地址', ({ address }: GuideContact) => address],
  ['办公时间', ({ officeHours }: GuideContact) => officeHours],
  ['联系电话', ({ phone }: GuideContact) => phone],
  ['传真号码', ({ fax }: GuideContact) => fax],
  ['互联网联系方式', ({ email, website }: GuideContact) => [email, website].filter(given).join('，')],
] as const;

function officePart({ office }: GuideData): GuidePart {
  const values = OFFICE_LINES.map(([label, read]) => [label, office === null ? null : read(office)] as const);
  return {
    id: 'office',
    title: '政府信息公开工作机构',
    law: '条例第十二条',
    lines: values.flatMap(([label, value]) => (given(value) ? [`${label}：${value}`] : [])),
    isGenerated: true,
    missing: values.flatMap(([label, value]) =>
      given(value) ? [] : [{ words: `没有填写工作机构的${label}。`, place: 'office' as const }],
    ),
  };
}

function classificationPart({ organName, columns }: GuideData, texts: GuideTexts): GuidePart {
  return {
    id: 'classification',
    title: '政府信息的分类',
    law: '条例第十二条、第二十条、第二十一条',
    lines: [
      `${organName}主动公开的政府信息按内容分为：${columns.join('、')}。`,
      ...linesOf(texts.classification),
    ],
    isGenerated: true,
    missing: [],
  };
}

const arrangementPart = (_data: GuideData, texts: GuideTexts): GuidePart => ({
  id: 'arrangement',
  title: '政府信息的编排体系',
  law: '条例第十二条',
  lines: [
    '政府信息公开目录按上述分类编排，每条信息列明索引号、名称、内容概述和生成日期，后生成的排在前面；每条信息有唯一的索引号。',
    ...linesOf(texts.arrangement),
  ],
  isGenerated: true,
  missing: [],
});

const accessPart = (_data: GuideData, texts: GuideTexts): GuidePart => ({
  id: 'access',
  title: '主动公开信息的获取方式',
  law: '条例第十二条、第二十三条、第二十四条',
  lines: [
    '在本网站“政府信息公开”专栏可以检索、查阅、下载本机关主动公开的全部信息，不用登录，不收费用。',
    ...linesOf(texts.access),
  ],
  isGenerated: true,
  missing: [],
});

function readingPart(_data: GuideData, texts: GuideTexts): GuidePart {
  const lines = linesOf(texts.readingPlaces);
  return {
    id: 'readingPlaces',
    title: '政府信息查阅场所',
    law: '条例第二十五条',
    lines,
    isGenerated: false,
    missing:
      lines.length > 0
        ? []
        : [{ words: '没有填写查阅场所：国家档案馆、公共图书馆、政务服务场所至少一处。', place: 'text' }],
  };
}

const APPLICATION_LAW = [
  '向本机关申请获取政府信息，应当提交书面申请（包括信件、数据电文形式）；书面确有困难的，可以口头提出，由工作机构代为填写。',
  '申请应当包括：申请人的姓名或者名称、身份证明、联系方式；申请公开的政府信息的名称、文号或者便于查询的其他特征性描述；形式要求，包括获取信息的方式、途径。',
  '申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正；无正当理由逾期不补正的，视为放弃申请。',
  '能够当场答复的，当场答复；不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，经工作机构负责人同意并告知申请人，延长最长不超过20个工作日。征求第三方和其他机关意见所需时间不计算在内。',
] as const;

function applicationPart({ office, postcode }: GuideData, texts: GuideTexts): GuidePart {
  const address = office?.address;
  const ways = [
    '网上申请：在本网站“依申请公开”栏目填写。',
    ...(given(address)
      ? [
          `当面申请：${address}${given(office?.officeHours) ? `，${office.officeHours}` : ''}。`,
          `邮寄申请：${address}${given(postcode) ? `，邮政编码${postcode}` : ''}，信封上注明“政府信息公开申请”。`,
        ]
      : []),
    ...(given(office?.fax) ? [`传真申请：${office.fax}，发出后请电话确认。`] : []),
    ...(given(office?.email) ? [`电子邮件申请：${office.email}，发出后请电话确认。`] : []),
  ];
  return {
    id: 'application',
    title: '依申请公开',
    law: '条例第二十七条至第三十三条',
    lines: [...APPLICATION_LAW, ...ways, ...linesOf(texts.application)],
    isGenerated: true,
    missing: given(address)
      ? []
      : [{ words: '没有工作机构的办公地址，不能写明当面和邮寄申请的地点。', place: 'office' }],
  };
}

const feePart = ({ tariffs: { perItem, perPage } }: GuideData): GuidePart => ({
  id: 'fee',
  title: '信息处理费',
  law: '条例第四十二条、国办函〔2020〕109号',
  lines: [
    '依申请提供政府信息，不收取费用。申请人申请公开政府信息的数量、频次明显超过合理范围的，可以收取信息处理费，并按件或者按量计收其中一种：',
    `按件计收（同一申请人一个自然月内）：${tariffWords(perItem, '件')}。`,
    `按量计收（每件申请）：${tariffWords(perPage, '页')}。`,
  ],
  isGenerated: true,
  missing: [],
});

function remedyPart({ remedies, supervisor, organName }: GuideData): GuidePart {
  const to = supervisor ?? '上一级行政机关或者政府信息公开工作主管部门';
  return {
    id: 'remedy',
    title: '监督和救济',
    law: '条例第四十七条、第五十一条',
    lines: [
      `认为${organName}没有按照要求主动公开政府信息或者对申请不依法答复处理的，可以向${to}提出投诉、举报。`,
      ...(remedies === null
        ? []
        : [
            `认为本机关在政府信息公开工作中侵犯其合法权益的，可以依法向${remedies.reviewOrgan}申请行政复议，或者向${remedies.court}提起行政诉讼；法律规定应当先申请行政复议的，先申请行政复议。`,
          ]),
    ],
    isGenerated: true,
    missing: [],
  };
}

const otherParts = (_data: GuideData, texts: GuideTexts): readonly GuidePart[] => {
  const lines = linesOf(texts.other);
  return lines.length === 0
    ? []
    : [{ id: 'other', title: '其他', law: '条例第十二条', lines, isGenerated: false, missing: [] }];
};

/** A guide of an organ with all that 条例12 asks for, its parts in order; the same data make the same parts. */
export const guideParts = (data: GuideData, texts: GuideTexts): readonly GuidePart[] => [
  officePart(data),
  classificationPart(data, texts),
  arrangementPart(data, texts),
  accessPart(data, texts),
  readingPart(data, texts),
  applicationPart(data, texts),
  feePart(data),
  remedyPart(data),
  ...otherParts(data, texts),
];
