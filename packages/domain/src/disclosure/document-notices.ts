import type { Role } from '../permission/roles.ts';
import type { DocumentEvent } from './document-act.ts';
import type { DocumentState } from './document-state.ts';
import type { DocumentStatus } from './document-status.ts';
import type { ReviewChain } from './review-chain.ts';

/** Who is told of a step; the words name neither the document nor anybody. */
export interface DocumentNotice {
  /** Roles of the organ; those who wrote or submitted it are left out. */
  readonly roles: readonly Role[];
  /** Those who wrote or submitted it. */
  readonly tellsAuthors: boolean;
  readonly words: string;
}

const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];
const HEADS = ['disclosureOfficeHead', 'leader'] as const satisfies readonly Role[];

const toRoles = (roles: readonly Role[], words: string): DocumentNotice => ({
  roles,
  tellsAuthors: false,
  words,
});

/** Whom a status waits for. */
function ofStatus(status: DocumentStatus, { leaderSigns }: ReviewChain): DocumentNotice | null {
  switch (status) {
    case 'inUnitReview':
      return toRoles(['unitHead'], '有文件等待站所（科室）负责人审核。');
    case 'inReview':
      return toRoles(OFFICE, '有文件等待公开审查和保密审查。');
    case 'inApproval':
      return toRoles(leaderSigns ? ['leader'] : HEADS, '有文件等待签发。');
    case 'approved':
      return toRoles(OFFICE, '有签发的文件等待发布。');
    default:
      return null;
  }
}

/** Who has to know of an event: whoever is next, those whose text came back, and those who must look at it late. */
export function documentNotice(
  event: DocumentEvent,
  before: DocumentState,
  after: DocumentState,
  chain: ReviewChain,
): DocumentNotice | null {
  switch (event.type) {
    case 'sendBack':
      return { roles: [], tellsAuthors: true, words: '您经手的文件被退回修改，理由见办理经过。' };
    case 'publishUrgently':
      return toRoles(HEADS, '有文件已经紧急发布，请起草人、发布人以外的第三人补审。');
    case 'withdraw':
    case 'declineAfterwards':
      return { roles: OFFICE, tellsAuthors: true, words: '有已经公开的文件被撤回，公告见办理经过。' };
    case 'cancelSchedule':
      return toRoles(OFFICE, '有文件取消了定时发布，等待重新安排。');
    default:
      return after.status === before.status ? null : ofStatus(after.status, chain);
  }
}

/** Accounts that a notice goes to; never to whoever did it. */
export function noticeRecipients(
  { roles, tellsAuthors }: DocumentNotice,
  { by }: DocumentEvent,
  { revision, submittedBy }: DocumentState,
  officers: readonly { readonly accountId: string; readonly roles: readonly Role[] }[],
): readonly string[] {
  const authors = new Set([...(revision?.authors ?? []), ...(submittedBy === null ? [] : [submittedBy])]);
  const asked = officers.flatMap(({ accountId, roles: held }) =>
    held.some((role) => roles.includes(role)) && !authors.has(accountId) ? [accountId] : [],
  );
  return [...new Set([...asked, ...(tellsAuthors ? authors : [])])].filter((accountId) => accountId !== by);
}
