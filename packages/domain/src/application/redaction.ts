import type { LetterFieldValues } from '../letter/letter-field.ts';
import type { OutcomeId } from './outcome.ts';

interface GroundRow {
  readonly title: string;
  readonly article: string;
  /** The outcome that the whole application would have on this ground. */
  readonly outcome: OutcomeId;
  /** Answer of the letter's field 不公开部分的依据. */
  readonly letterChoice: 'article14' | 'article15' | 'article16first' | 'article16second';
  /** As the letter says it after 因. */
  readonly cause: string;
}

/** Why a part of a document may be withheld while the rest is given (条例37 with 14–16). */
export const REDACTION_GROUNDS = {
  privacy: {
    title: '个人隐私',
    article: '条例第十五条',
    outcome: 'refused.thirdPartyRights',
    letterChoice: 'article15',
    cause: '涉及个人隐私',
  },
  tradeSecret: {
    title: '商业秘密',
    article: '条例第十五条',
    outcome: 'refused.thirdPartyRights',
    letterChoice: 'article15',
    cause: '涉及商业秘密',
  },
  stateSecret: {
    title: '国家秘密',
    article: '条例第十四条',
    outcome: 'refused.stateSecret',
    letterChoice: 'article14',
    cause: '属于国家秘密',
  },
  prohibitedByLaw: {
    title: '法律、行政法规禁止公开',
    article: '条例第十四条',
    outcome: 'refused.prohibitedByLaw',
    letterChoice: 'article14',
    cause: '属于法律、行政法规禁止公开的信息',
  },
  securityAndStability: {
    title: '危及国家安全、公共安全、经济安全、社会稳定',
    article: '条例第十四条',
    outcome: 'refused.securityAndStability',
    letterChoice: 'article14',
    cause: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  },
  internalAffairs: {
    title: '内部事务信息',
    article: '条例第十六条第一款',
    outcome: 'refused.internalAffairs',
    letterChoice: 'article16first',
    cause: '属于内部事务信息',
  },
  deliberativeProcess: {
    title: '过程性信息',
    article: '条例第十六条第二款',
    outcome: 'refused.deliberativeProcess',
    letterChoice: 'article16second',
    cause: '属于过程性信息',
  },
  enforcementFile: {
    title: '行政执法案卷信息',
    article: '条例第十六条第二款',
    outcome: 'refused.enforcementFile',
    letterChoice: 'article16second',
    cause: '属于行政执法案卷信息',
  },
} as const satisfies Readonly<Record<string, GroundRow>>;

export type RedactionGround = keyof typeof REDACTION_GROUNDS;

export const REDACTION_GROUND_IDS = Object.keys(REDACTION_GROUNDS) as readonly RedactionGround[];

/** A part that is withheld: the number printed in its black box, why, and what the applicant is told of it. */
export interface WithheldPart {
  readonly label: string;
  readonly ground: RedactionGround;
  readonly reason: string;
}

/** A file that goes out with parts of it withheld. */
export interface RedactedFile {
  readonly name: string;
  readonly marks: readonly WithheldPart[];
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** "1至3、7" for 1, 2, 3, 7: letters do not list a hundred numbers. */
export function labelRanges(labels: readonly string[]): string {
  const numbers = unique(labels.map(Number)).toSorted((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}至${to}`)).join('、');
}

/** A line of the letter holds no more. */
const LONGEST_PART = 180;

function partOf(files: readonly RedactedFile[]): string {
  const each = files.map(
    ({ name, marks }) => `“${name}”中标注${labelRanges(marks.map(({ label }) => label))}的`,
  );
  const whole = each.join('、');
  return whole.length <= LONGEST_PART ? whole : '所提供文件中以黑框遮盖并标注编号的';
}

function reasonsOf({ name, marks }: RedactedFile, isOnly: boolean): readonly string[] {
  const keys = unique(marks.map(({ ground, reason }) => JSON.stringify([ground, reason])));
  return keys.map((key) => {
    const same = marks.filter(({ ground, reason }) => JSON.stringify([ground, reason]) === key);
    const [first] = same;
    if (first === undefined) return '';
    const { cause, article } = REDACTION_GROUNDS[first.ground];
    const place = `${isOnly ? '' : `“${name}”`}标注${labelRanges(same.map(({ label }) => label))}的部分`;
    const ending = first.reason === '' ? '' : `：${first.reason.replace(/[。；，、]+$/, '')}`;
    return `${place}${cause}（${article}）${ending}。`;
  });
}

/**
 * Fields of the reply letter 部分公开 as the marks fill them: grounds, which parts, why (条例37: 对不予公开的内容说明理由).
 * The officer may change every word before the letter goes out. Empty when nothing is withheld.
 */
export function redactionLetterFields(files: readonly RedactedFile[]): LetterFieldValues {
  const withheld = files.filter(({ marks }) => marks.length > 0);
  if (withheld.length === 0) return {};
  const grounds = withheld.flatMap(({ marks }) => marks.map(({ ground }) => REDACTION_GROUNDS[ground]));
  return {
    grounds: unique(grounds.map(({ letterChoice }) => letterChoice))
      .toSorted()
      .join(','),
    part: partOf(withheld),
    cause: unique(grounds.map(({ cause }) => cause)).join('、'),
    reason: withheld.flatMap((file) => reasonsOf(file, withheld.length === 1)).join('\n'),
  };
}
