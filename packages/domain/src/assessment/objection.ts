import type { Exemption } from './score.ts';

/** Why a person may not decide an objection, in words; `null`: they may. */
export function rulingHindrance({
  hasJudged,
  hasRaised,
}: {
  /** The mark that is objected to, or one before it: judged anew by another it stays their own matter. */
  readonly hasJudged: boolean;
  readonly hasRaised: boolean;
}): string | null {
  if (hasJudged) return '这一项由您评定过，异议须由评定人以外的人裁定，请转给另一位考核评议人员。';
  return hasRaised ? '这项异议由您提出，须由提出人以外的人裁定，请转给另一位考核评议人员。' : null;
}

interface Ruled {
  readonly code: string;
  /** `null`: what was judged. */
  readonly item: string | null;
  readonly ruling: 'upheld' | 'rejected' | null;
  readonly ruledAt: Date | null;
}

interface Marked {
  readonly code: string;
  readonly markedAt: Date;
}

const isJudgedAgain = (
  { code, ruledAt }: Pick<Ruled, 'code' | 'ruledAt'>,
  marks: readonly Marked[],
): boolean => marks.some((mark) => mark.code === code && ruledAt !== null && mark.markedAt > ruledAt);

/** What does not count because objections were upheld: findings for good, a judgement until somebody judges again. */
export const exemptionsOf = (objections: readonly Ruled[], marks: readonly Marked[]): readonly Exemption[] =>
  objections
    .filter(({ ruling }) => ruling === 'upheld')
    .filter((objection) => objection.item !== null || !isJudgedAgain(objection, marks))
    .map(({ code, item }) => ({ code, item }));

/** What was decided does to the score, in words; empty while nothing is decided. */
export function rulingWords(
  objection: Ruled,
  marks: readonly Marked[],
  { isVeto }: { readonly isVeto: boolean },
): string {
  const { ruling, item } = objection;
  if (ruling === null) return '';
  if (ruling === 'rejected') return '异议不成立，照常计分';
  if (item !== null) return '异议成立，这一处不再计分';
  if (isJudgedAgain(objection, marks)) return '异议成立，已经重新评定';
  return isVeto
    ? '异议成立，这个否决项按不成立计'
    : '异议成立，待重新评分：原来评定的分不再计，重新评定以前不扣分也不加分';
}
