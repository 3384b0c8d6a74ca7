import type { Status } from './status.ts';

/** A case is handed over as one file once nothing of it is open any more (一申请一卷, applications.md §15). */
export const hasCaseFile = (status: Status): boolean => status === 'closed' || status === 'archived';
