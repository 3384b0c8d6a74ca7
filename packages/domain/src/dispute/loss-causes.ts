import { type DisputeGround, groundTitle } from './dispute-ground.ts';

/** Under what a cause is counted together, in the words of 复议法64 and 行诉法70. */
export const LOSS_GROUPS = {
  procedure: '违反法定程序',
  evidence: '事实不清、证据不足',
  law: '适用依据错误',
  letter: '文书、送达不规范',
  other: '其他',
} as const;

export type LossGroup = keyof typeof LOSS_GROUPS;

interface LossCauseRow {
  readonly title: string;
  readonly group: LossGroup;
  /** What was not kept. */
  readonly article: string;
}

/** Why an act of the organ did not stand: what to learn from it (applications.md §§8–13; B05 of the indicators). */
export const LOSS_CAUSES = {
  late: { title: '逾期答复', group: 'procedure', article: '条例第三十三条' },
  unanswered: { title: '未予答复', group: 'procedure', article: '条例第三十三条、第三十六条' },
  needlessCorrection: {
    title: '要求补正不当，或者补正后未予处理',
    group: 'procedure',
    article: '条例第三十条',
  },
  thirdPartyNotAsked: {
    title: '未依法征求第三方意见',
    group: 'procedure',
    article: '条例第三十二条',
  },
  takenForPetition: {
    title: '将公开申请按信访、咨询处理',
    group: 'procedure',
    article: '条例第三十六条、第三十九条',
  },
  searchInsufficient: {
    title: '未尽合理检索义务，认定信息不存在证据不足',
    group: 'evidence',
    article: '条例第三十六条第（四）项；法释〔2025〕8号第六条',
  },
  secrecyUnproved: {
    title: '认定国家秘密证据不足',
    group: 'evidence',
    article: '条例第十四条；法释〔2025〕8号第五条',
  },
  harmUnproved: {
    title: '认定危及“三安全一稳定”证据、理由不足',
    group: 'evidence',
    article: '条例第十四条；法释〔2025〕8号第五条',
  },
  rightsUnproved: {
    title: '认定商业秘密、个人隐私证据不足',
    group: 'evidence',
    article: '条例第十五条；法释〔2025〕8号第五条',
  },
  publicInterestUnweighed: {
    title: '未衡量公共利益',
    group: 'evidence',
    article: '条例第十五条、第三十二条',
  },
  evidenceLate: {
    title: '逾期或者未提交答复、证据',
    group: 'evidence',
    article: '行政复议法第七十条；行政诉讼法第三十四条',
  },
  wrongGround: { title: '适用条款错误，或者未引用具体条款', group: 'law', article: '条例第三十六条' },
  wrongNature: {
    title: '错误认定内部事务、过程性信息或者行政执法案卷信息',
    group: 'law',
    article: '条例第十六条',
  },
  notSegregated: { title: '应当区分处理而未区分', group: 'law', article: '条例第三十七条' },
  wrongOrgan: {
    title: '答复主体或者公开职责认定错误',
    group: 'law',
    article: '条例第十条、第三十六条第（五）项',
  },
  wrongDuplicate: {
    title: '错误认定重复申请或者过量申请',
    group: 'law',
    article: '条例第三十五条、第三十六条第（六）项',
  },
  reasonsMissing: { title: '未说明理由', group: 'letter', article: '条例第三十六条' },
  incompleteReply: { title: '答非所问或者漏答', group: 'letter', article: '条例第三十六条' },
  remediesUntold: { title: '未告知或者错误告知救济途径、期限', group: 'letter', article: '条例第五十一条' },
  notDelivered: { title: '未有效送达', group: 'letter', article: '条例第三十六条' },
  other: { title: '其他原因', group: 'other', article: '' },
} as const satisfies Readonly<Record<string, LossCauseRow>>;

export type LossCause = keyof typeof LOSS_CAUSES;

export const LOSS_CAUSE_NAMES = Object.keys(LOSS_CAUSES) as readonly LossCause[];

/** A dispute in which the act did not stand. */
export interface Loss {
  readonly organId: string;
  readonly organName: string;
  /** 责任内设机构; empty: not written down. */
  readonly unit: string;
  readonly ground: DisputeGround;
  /** Empty: not looked into yet. */
  readonly causes: readonly LossCause[];
}

/** How often something is among them. */
export interface LossCount {
  readonly key: string;
  readonly title: string;
  readonly count: number;
}

export interface LossCounts {
  readonly total: number;
  /** Of which nobody wrote down why. */
  readonly unexplained: number;
  readonly causes: readonly (LossCount & { readonly group: string })[];
  readonly grounds: readonly LossCount[];
  readonly organs: readonly LossCount[];
  readonly units: readonly LossCount[];
}

/** Counted by a key, the most frequent first; one dispute may stand under several causes. */
function countedBy(keys: readonly (readonly [key: string, title: string])[]): readonly LossCount[] {
  const counts = new Map<string, LossCount>();
  for (const [key, title] of keys) counts.set(key, { key, title, count: (counts.get(key)?.count ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** What was lost, by cause, by ground, by organ and by unit. */
export const lossCounts = (losses: readonly Loss[]): LossCounts => ({
  total: losses.length,
  unexplained: losses.filter(({ causes }) => causes.length === 0).length,
  causes: LOSS_CAUSE_NAMES.flatMap((key) => {
    const count = losses.filter(({ causes }) => causes.includes(key)).length;
    const { title, group } = LOSS_CAUSES[key];
    return count === 0 ? [] : [{ key, title, group: LOSS_GROUPS[group], count }];
  }),
  grounds: countedBy(losses.map(({ ground }) => [ground, groundTitle(ground)])),
  organs: countedBy(losses.map(({ organId, organName }) => [organId, organName])),
  units: countedBy(
    losses.flatMap(({ organId, organName, unit }) =>
      unit === '' ? [] : [[`${organId}/${unit}`, `${organName} ${unit}`] as const],
    ),
  ),
});
