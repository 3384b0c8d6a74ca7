import type { DisclosureClass } from './disclosure-class.ts';
import { type DocumentKind, needsInterpretation } from './document-kind.ts';
import type { DocumentStatus } from './document-status.ts';
import type { PublicationRules } from './periods/period-rule.ts';

interface Policy {
  readonly kind: DocumentKind;
  readonly disclosureClass: DisclosureClass | null;
  readonly status: DocumentStatus;
}

const GIVEN_UP: ReadonlySet<DocumentStatus> = new Set(['withdrawn', 'filed', 'discarded']);

/** A policy that is public, or is to be, goes together with its interpretation (publication.md §7). */
export const owesInterpretation = ({ kind, disclosureClass, status }: Policy): boolean =>
  needsInterpretation(kind) &&
  (disclosureClass === null || disclosureClass === 'proactive') &&
  !GIVEN_UP.has(status);

/** What is owed and when, said before the policy is public. */
export function interpretationWords({
  interpretationDays,
  interpretationAlarmDays,
}: Pick<PublicationRules, 'interpretationDays' | 'interpretationAlarmDays'>): string {
  const until = interpretationDays === 0 ? '当日' : `后${interpretationDays}个工作日以内`;
  return `政策文件与解读方案、解读材料同步组织、同步审签、同步部署；解读应当在文件公开${until}发布，公开${interpretationAlarmDays}个工作日后仍没有的，列入待办提醒（国办发〔2016〕19号）。`;
}
