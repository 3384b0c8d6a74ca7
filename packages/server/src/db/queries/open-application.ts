import { sql } from 'kysely';

/**
 * A case whose applicant waits for the reply, also one that was taken up again. Written as the indexes on open cases
 * are (0011, 0013), word for word, or the planner does not take them.
 */
export const IS_OPEN = sql<boolean>`application.status not in ('delivered', 'closed', 'archived')`;

export const IS_CONCLUDED = sql<boolean>`application.status in ('delivered', 'closed', 'archived')`;
