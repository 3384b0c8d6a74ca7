import type { ActType } from './act.ts';
import { COURSE_TRANSITIONS } from './course-transitions.ts';
import { REPLY_TRANSITIONS } from './reply-transitions.ts';
import type { Status } from './status.ts';
import type { ActorRole, Transition } from './transition.ts';

/** The one table of what may be done to a case, when, by whom, and where it leads (applications.md §16). */
export const TRANSITIONS: Readonly<Record<ActType, Transition>> = {
  ...COURSE_TRANSITIONS,
  ...REPLY_TRANSITIONS,
};

export const ACT_TYPES = Object.keys(TRANSITIONS) as readonly ActType[];

/** Acts that the roles may do in a status, before looking at the case itself. */
export const actsFor = (status: Status, roles: readonly ActorRole[]): readonly ActType[] =>
  ACT_TYPES.filter((type) => {
    const { from, by } = TRANSITIONS[type];
    return from.includes(status) && by.some((role) => roles.includes(role));
  });
