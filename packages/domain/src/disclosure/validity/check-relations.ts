import { inBookMarks } from '../../kernel/book-marks.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { effectOf, type ValidityDocument, type ValidityRelation, validityOn } from './validity.ts';

export interface CheckedDocument extends ValidityDocument {
  readonly title: string;
  readonly dateOfDocument: CivilDate | null;
}

export type RelationFault =
  | 'itself'
  | 'unknownDocument'
  | 'twice'
  | 'alreadyEnded'
  | 'beforeTarget'
  | 'beforeActing'
  | 'circle';

export interface RelationFinding {
  readonly fault: RelationFault;
  readonly relation: ValidityRelation;
  /** What is wrong and what to do, in Chinese. */
  readonly message: string;
}

const isSame = (a: ValidityRelation, b: ValidityRelation): boolean =>
  a.kind === b.kind && a.from === b.from && a.to === b.to;

/** Whether ending documents lead from a document back to itself. */
function leadsTo(from: string, to: string, relations: readonly ValidityRelation[]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(
      ...relations.filter((one) => one.from === id && effectOf(one.kind) === 'ends').map((one) => one.to),
    );
  }
  return false;
}

type Check = (
  added: ValidityRelation,
  acting: CheckedDocument,
  target: CheckedDocument,
  others: readonly ValidityRelation[],
) => string | null;

/** 有效 of the target right before the relation takes effect: what has ended can be neither ended nor amended again. */
const alreadyEnded: Check = ({ effectiveOn }, _, target, others) => {
  const { validity, since } = validityOn(target, others, effectiveOn);
  if (validity === 'repealed') return `${inBookMarks(target.title)}已于${since}废止，不能再次废止或者修改。`;
  return validity === 'expired' && since !== null && since < effectiveOn
    ? `${inBookMarks(target.title)}已于${since}失效，不能再废止或者修改；如需确认失效，请写明失效日期。`
    : null;
};

/** A repeal before one that is on file would undo what was counted and shown since. */
const earlierThanRecorded: Check = ({ kind, effectiveOn }, _, target, others) => {
  if (effectOf(kind) !== 'ends') return null;
  const later = others.find(
    (one) => one.to === target.id && effectOf(one.kind) === 'ends' && one.effectiveOn > effectiveOn,
  );
  return later === undefined
    ? null
    : `${inBookMarks(target.title)}已登记自${later.effectiveOn}起废止，不能再登记更早的废止日期（${effectiveOn}）；登记有误的，先更正原登记。`;
};

const beforeTarget: Check = ({ effectiveOn }, _, { title, dateOfDocument, validFrom }) => {
  const made = dateOfDocument ?? validFrom;
  return effectiveOn < made
    ? `${inBookMarks(title)}成文于${made}，不能在此以前（${effectiveOn}）被废止或者修改。`
    : null;
};

const beforeActing: Check = ({ effectiveOn }, { title, dateOfDocument }) =>
  dateOfDocument !== null && effectiveOn < dateOfDocument
    ? `${inBookMarks(title)}成文于${dateOfDocument}，其效力不能早于成文日期（${effectiveOn}）。`
    : null;

const circle: Check = ({ kind, from, to }, acting, target, others) =>
  effectOf(kind) === 'ends' && leadsTo(to, from, others)
    ? `${inBookMarks(target.title)}直接或者间接废止了${inBookMarks(acting.title)}，两者不能互相废止。`
    : null;

const CHECKS: readonly (readonly [RelationFault, Check])[] = [
  ['alreadyEnded', alreadyEnded],
  ['alreadyEnded', earlierThanRecorded],
  ['beforeTarget', beforeTarget],
  ['beforeActing', beforeActing],
  ['circle', circle],
];

/**
 * Everything against a relation between two documents of the register, all at once; empty when it may be entered.
 * `others` are the relations on file without the one that is judged. Relations that change no validity are only checked
 * for pointing at themselves, at nothing, or twice.
 */
export function checkRelation(
  relation: ValidityRelation,
  documents: ReadonlyMap<string, CheckedDocument>,
  others: readonly ValidityRelation[],
): readonly RelationFinding[] {
  const finding = (fault: RelationFault, message: string): RelationFinding => ({ fault, relation, message });
  if (relation.from === relation.to) {
    return [finding('itself', '文件不能与自己建立关联，请选择另一份文件。')];
  }
  const [acting, target] = [documents.get(relation.from), documents.get(relation.to)];
  if (acting === undefined || target === undefined) {
    return [finding('unknownDocument', '找不到所关联的文件，请重新选择。')];
  }
  const twice = others.some((one) => isSame(one, relation))
    ? [finding('twice', `与${inBookMarks(target.title)}的同一关联已经登记。`)]
    : [];
  if (effectOf(relation.kind) === null) return twice;
  const faults = CHECKS.flatMap(([fault, check]) => {
    const message = check(relation, acting, target, others);
    return message === null ? [] : [finding(fault, message)];
  });
  return [...twice, ...faults];
}
