import type { DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import { addMonths, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { DocumentRules } from './document-context.ts';

/** Next day on which what is not published is looked at again (条例18); `null` for everything else. */
export function nextReevaluation(
  before: string | null,
  event: DocumentEvent,
  { status }: DocumentState,
  { settings, today }: DocumentRules,
): CivilDate | null {
  if (status !== 'filed') return null;
  const months = settings('publication.reevaluationMonths');
  if (event.type === 'reevaluate') return addMonths(event.on, months);
  return event.type === 'approve' ? addMonths(today, months) : (before as CivilDate | null);
}
