import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { DocumentRelation } from '../document-content.ts';

/** 有效性 as it is marked on the page of a 规章 or a normative document (publication.md §6). */
export const VALIDITIES = {
  inForce: '有效',
  revised: '已修改',
  expired: '失效',
  repealed: '废止',
} as const;

export type Validity = keyof typeof VALIDITIES;

/** Validity on a day; `notYet`: 尚未施行, before the day it comes into force. */
export type ValidityOnDay = Validity | 'notYet';

export const validityWords = (validity: ValidityOnDay): string =>
  validity === 'notYet' ? '尚未施行' : VALIDITIES[validity];

/** A document as far as its validity goes. */
export interface ValidityDocument {
  readonly id: string;
  /** Comes into force; the day of the document where it names none. */
  readonly validFrom: CivilDate;
  /** Last day of its validity, included (有效期至); `null` when it has no end of its own. */
  readonly validTo: CivilDate | null;
}

/** One document does something to another from a day on. */
export interface ValidityRelation {
  readonly kind: DocumentRelation;
  /** Id of the document that acts. */
  readonly from: string;
  /** Id of the document that it acts on. */
  readonly to: string;
  /** First day of the effect: the day the acting document comes into force, unless it names another. */
  readonly effectiveOn: CivilDate;
}

/** What a relation does to the document that it points at; interpreting, forwarding or clarifying changes nothing. */
const EFFECTS: Readonly<Record<DocumentRelation, 'ends' | 'revises' | null>> = {
  amends: 'revises',
  repeals: 'ends',
  replaces: 'ends',
  interprets: null,
  forwards: null,
  // The text was wrong, not the rule: 更正 leaves the validity as it is.
  corrects: null,
  clarifies: null,
  feedbackOn: null,
};

export const effectOf = (kind: DocumentRelation): 'ends' | 'revises' | null => EFFECTS[kind];

/** What was done to a document, in words for its page: 已被修改, 已被废止. */
export const DONE_WORDS: Readonly<Record<DocumentRelation, string>> = {
  amends: '已被修改',
  repeals: '已被废止',
  replaces: '已被代替',
  interprets: '已有解读',
  forwards: '已被转发',
  corrects: '已被更正',
  clarifies: '已有澄清',
  feedbackOn: '已有意见征集反馈',
};

export interface ValidityResult {
  readonly validity: ValidityOnDay;
  /** First day of this state; `null` for `notYet`. */
  readonly since: CivilDate | null;
  /** What brought the state about; `null` when the document did so itself (施行, 有效期届满). */
  readonly by: ValidityRelation | null;
}

const earliest = (relations: readonly ValidityRelation[]): ValidityRelation | null =>
  relations.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))[0] ?? null;

/** How a document came to its end, repealed or run out; `null` when nothing ends it. */
function endOf(
  { id, validTo }: ValidityDocument,
  relations: readonly ValidityRelation[],
): ValidityResult | null {
  const repeal = earliest(relations.filter(({ kind, to }) => to === id && effectOf(kind) === 'ends'));
  const expiredOn = validTo === null ? null : addDays(validTo, 1);
  // Repealed on the very day after its last one: the decision says more than the calendar.
  if (repeal !== null && (expiredOn === null || repeal.effectiveOn <= expiredOn)) {
    return { validity: 'repealed', since: repeal.effectiveOn, by: repeal };
  }
  return expiredOn === null ? null : { validity: 'expired', since: expiredOn, by: null };
}

/**
 * The validity of a document on a day. What ends it first decides and nothing revives it: the repeal of a repealing
 * document does not bring the old one back (publication.md §2 step 9, §10). A document that is amended stays in force
 * and is marked 已修改 from its last amendment on. The relations may be of all documents, in any order.
 */
export function validityOn(
  document: ValidityDocument,
  relations: readonly ValidityRelation[],
  on: CivilDate,
): ValidityResult {
  const end = endOf(document, relations);
  if (end !== null && end.since !== null && end.since <= on) return end;
  if (on < document.validFrom) return { validity: 'notYet', since: null, by: null };
  const last = relations
    .filter(({ kind, to }) => to === document.id && effectOf(kind) === 'revises')
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .toSorted((a, b) => (a.effectiveOn > b.effectiveOn ? -1 : 1))[0];
  return last === undefined
    ? { validity: 'inForce', since: document.validFrom, by: null }
    : { validity: 'revised', since: last.effectiveOn, by: last };
}

/** The validity under which a search finds a document; `null` before it is in force, when no mark would be true. */
export function validityInSearch(
  document: ValidityDocument,
  relations: readonly ValidityRelation[],
  on: CivilDate,
): Validity | null {
  const { validity } = validityOn(document, relations, on);
  return validity === 'notYet' ? null : validity;
}

/** In force, amended or not: 现行有效. */
export const isInForceOn = (
  document: ValidityDocument,
  relations: readonly ValidityRelation[],
  on: CivilDate,
): boolean => ['inForce', 'revised'].includes(validityOn(document, relations, on).validity);
