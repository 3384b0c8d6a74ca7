import type { DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentStatus } from '@zhaoshi/domain/disclosure/document-status';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { asProblem } from '../../../../app/problem.ts';
import type { DocumentRow, ShownDocument } from '../../shown-document.ts';
import { type ActBody, bodyOf, initialAct } from '../acts/act-values.ts';

/** The act that is done to many documents in one status; each by itself, by the same rules as on its page. */
const BATCH_ACTS: Readonly<Partial<Record<DocumentStatus, DocumentActType>>> = {
  inUnitReview: 'agreeInUnit',
  inReview: 'passReview',
  inApproval: 'approve',
  approved: 'publish',
};

/** What may be done to all of the rows together; `null`: nothing, or they stand at different steps. */
export function batchActOf(rows: readonly DocumentRow[]): DocumentActType | null {
  const [status, ...others] = [...new Set(rows.map((row) => row.status))];
  return status === undefined || others.length > 0 ? null : (BATCH_ACTS[status] ?? null);
}

/** Whether a row may be chosen for an act on many. */
export const isBatchable = ({ status }: DocumentRow): boolean => BATCH_ACTS[status] !== undefined;

/** Why the act cannot be done to the document now; `null` when it can. */
export function batchHindrance({ acts }: ShownDocument, type: DocumentActType): string | null {
  const offered = acts.find((act) => act.type === type);
  if (offered === undefined) return `现在的状态或者您的角色不能${DOCUMENT_TRANSITIONS[type].title}。`;
  return offered.refusals.length === 0 ? null : offered.refusals.map(({ message }) => message).join('');
}

/** What is worth knowing before it is done and hinders nothing; on the document's page it stands at length. */
export function batchNotices({ sameTexts, interpretation }: ShownDocument): readonly string[] {
  const isInterpreted = interpretation?.linked.some(({ isPublic }) => isPublic) ?? true;
  return [
    ...sameTexts.map(({ title }) => `正文与已公开的${inBookMarks(title)}相同。`),
    ...(isInterpreted ? [] : [interpretation?.linked.length === 0 ? '还没有解读。' : '解读还没有公开。']),
  ];
}

/** The call for one of the documents: in the class it was submitted with, over the version that was looked at. */
export const batchBody = (
  type: DocumentActType,
  shown: ShownDocument,
  texts: Readonly<Record<string, string | undefined>>,
): ActBody | null => bodyOf(type, { act: initialAct(type, shown, new Date()), texts }, shown);

/** What a refused call says, in one line. */
export function refusalWords(error: unknown): string {
  const { title, detail, errors = [] } = asProblem(error).told;
  return [title, detail ?? '', ...errors.map(({ message }) => message)]
    .filter((words) => words !== '')
    .join('：');
}

/** How many went through and how many did not, once all were tried. */
export const batchOutcome = (done: number, undone: number): string =>
  undone === 0 ? `${done}份全部办理。` : `办理了${done}份，没有办理${undone}份。`;
