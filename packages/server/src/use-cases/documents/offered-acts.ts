import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import {
  DOCUMENT_ACT_TEXTS,
  type DocumentAct,
  type DocumentActType,
} from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentRefusal } from '@zhaoshi/domain/disclosure/document-refusals';
import { DOCUMENT_TRANSITIONS, type DocumentActor } from '@zhaoshi/domain/disclosure/document-transitions';
import { SECRECY_QUESTION_IDS, type SecrecyQuestion } from '@zhaoshi/domain/disclosure/secrecy-review';
import { completeDocumentAct } from './complete-act.ts';
import { decideContext, type LoadedDocument } from './loaded-document.ts';

export interface OfferedAct {
  readonly type: DocumentActType;
  readonly title: string;
  readonly law: string;
  /** What is against it now, apart from what a form still has to be given. */
  readonly refusals: readonly DocumentRefusal[];
}

const NO_ANSWERS = Object.fromEntries(SECRECY_QUESTION_IDS.map((id) => [id, 'no'])) as Record<
  SecrecyQuestion,
  'no'
>;

/** A minute at which nothing but what stands against any publication would. */
const possibleMinute = ({ interpretedFrom }: LoadedDocument, now: Date): string =>
  new Date(Math.max(now.getTime() + 1, ...interpretedFrom.map((from) => from?.getTime() ?? 0))).toISOString();

/** An act of the type as it would be right if anything of the type is; what a form gives is taken as given. */
function actLikely(type: DocumentActType, loaded: LoadedDocument, now: Date): DocumentAct | null {
  const { state, rules } = loaded;
  const sha256 = state.revision?.sha256 ?? '';
  switch (type) {
    case 'becomePublic':
    case 'justifyFinding':
      return null;
    case 'recordSecrecyReview':
      return { type, sha256, answers: NO_ANSWERS, conclusion: 'publish' };
    case 'passReview':
      return { type, sha256 };
    case 'approve':
      return { type, sha256, disclosureClass: state.revision?.disclosureClass ?? 'proactive' };
    case 'endCoordination': {
      const open = state.coordinations.find(({ result }) => result === null);
      return open === undefined ? null : { type, coordinationId: open.coordinationId, result: 'agreed' };
    }
    case 'schedule':
      return { type, minute: possibleMinute(loaded, now) };
    case 'resolveReport':
      return { type, mayBePublished: true };
    case 'withdraw':
      return { type, kind: 'error', hidesExistence: false };
    case 'followUpLeak':
      return { type, duty: 'persons', answer: 'done', on: rules.today };
    case 'reevaluate':
      return { type, on: rules.today, keeps: true };
    case 'handOver':
      return { type, place: 'archives', on: rules.today };
    case 'askCoordination':
      return { type, coordinationId: '' };
    default:
      return completeDocumentAct(loaded, { type }, () => '');
  }
}

/** Acts that status and roles allow, in the order of the table, each with what is against it now. */
export function offeredActs(
  loaded: LoadedDocument,
  actor: { readonly id: string; readonly roles: readonly DocumentActor[] },
  now: Date,
): readonly OfferedAct[] {
  const context = decideContext(loaded, actor, now);
  return (Object.keys(DOCUMENT_TRANSITIONS) as readonly DocumentActType[]).flatMap((type) => {
    const { title, law, from, by } = DOCUMENT_TRANSITIONS[type];
    if (!from.includes(loaded.state.status) || !by.some((role) => actor.roles.includes(role))) return [];
    const act = actLikely(type, loaded, now);
    if (act === null) return [];
    const texts = Object.fromEntries(Object.keys(DOCUMENT_ACT_TEXTS[type]).map((key) => [key, '-']));
    const decided = decideDocumentAct(loaded.state, { act, texts }, context);
    return [{ type, title, law, refusals: decided.ok ? [] : decided.error }];
  });
}
