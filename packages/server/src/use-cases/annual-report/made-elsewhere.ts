import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import type { LoadedReport } from './loaded-report.ts';

/**
 * Whether what goes on was not made on the platform: a file that was entered as it is, or a report published before. Who
 * made it reviewed and signed it there, and the office that received it answers for what the rules ask.
 */
export const isMadeElsewhere = ({ state, events }: Pick<LoadedReport, 'state' | 'events'>): boolean =>
  !isEditable(state.status) &&
  events.findLast(({ type }) => type === 'askSignature' || type === 'enterFile')?.type !== 'askSignature';
