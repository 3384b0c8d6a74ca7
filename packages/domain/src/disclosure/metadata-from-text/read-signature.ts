import type { CivilDate } from '../../kernel/civil-date.ts';
import { readWholeDate } from './read-date.ts';
import { agreed, type Line, labelled, type Reading, reading } from './reading.ts';

const ORGAN =
  /^[\p{Script=Han}]{2,}(?:人民政府|办公[厅室]|委员会|管委会|指挥部|领导小组|办事处|[局厅部委署院]|中心|银行|税务局|管理处|服务站)$/u;

const LONGEST_ORGAN = 40;
/** Several organs sign above one another, or on one line with spaces between. */
const MOST_SIGNERS = 8;

function organsIn(text: string): readonly string[] | null {
  const names = text.split(/[ 、]/).filter((name) => name !== '');
  // 昭 和 县 人 民 政 府: spread over the line.
  const spread = names.join('');
  if (names.every((name) => name.length <= 2)) return ORGAN.test(spread) ? [spread] : null;
  return names.every((name) => ORGAN.test(name) && name.length <= LONGEST_ORGAN) ? names : null;
}

interface Signature {
  readonly organs: readonly string[];
  readonly first: Line;
  readonly last: Line;
  readonly date: CivilDate;
  readonly dated: Line;
}

/** The organs on the lines right above a day. */
function signedAbove(
  lines: readonly Line[],
  at: number,
): Pick<Signature, 'organs' | 'first' | 'last'> | null {
  const organs: string[] = [];
  let top = at;
  while (top > 0 && at - top < MOST_SIGNERS) {
    const found = organsIn(lines[top - 1]?.text ?? '');
    if (found === null) break;
    organs.unshift(...found);
    top -= 1;
  }
  const [first, last] = [lines[top], lines[at - 1]];
  return organs.length === 0 || first === undefined || last === undefined ? null : { organs, first, last };
}

/** The first day that stands on a line of its own right under names of organs: 落款. Those of annexes follow it. */
function signatureIn(lines: readonly Line[]): Signature | null {
  for (const [at, dated] of lines.entries()) {
    const date = readWholeDate(dated.text);
    const signed = date === undefined ? null : signedAbove(lines, at);
    if (date !== undefined && signed !== null) return { ...signed, date, dated };
  }
  return null;
}

/**
 * 成文日期: the day under the signature, or behind its label. Without a signature, the only day that stands on a line
 * of its own is likely; among several there is none.
 */
export function readDateOfDocument(lines: readonly Line[]): Reading<CivilDate> | null {
  const named = labelled(lines, ['成文日期', '成文时间', '生成日期', '发文日期']).flatMap((line) => {
    const date = readWholeDate(line.text);
    return date === undefined ? [] : [reading(date, 'certain', line)];
  });
  if (named.length > 0) return agreed(named);
  const signature = signatureIn(lines);
  if (signature !== null) return reading(signature.date, 'certain', signature.dated);
  const alone = lines.flatMap((line) => {
    const date = readWholeDate(line.text);
    return date === undefined ? [] : [reading(date, 'likely', line)];
  });
  return alone.length === 1 ? agreed(alone) : null;
}

/** 发文机关, several joined by 、 with the lead organ first: behind the label, or from the signature. */
export function readIssuingOrgan(lines: readonly Line[]): Reading<string> | null {
  const named = labelled(lines, ['发文机关', '发文单位', '制发机关']).map((line) =>
    reading(line.text, 'certain', line),
  );
  if (named.length > 0) return agreed(named);
  const signature = signatureIn(lines);
  return signature === null
    ? null
    : reading(signature.organs.join('、'), 'certain', signature.first, signature.last);
}
