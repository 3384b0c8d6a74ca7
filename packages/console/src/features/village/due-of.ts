import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { DueItem } from '@zhaoshi/domain/village/due-items';
import type { VillageDesk } from './kept-desk.ts';

/** What a village owes, as the domain has it; the contract gives days. */
export const dueOf = ({ due }: VillageDesk): readonly DueItem[] =>
  due.map(({ item, from, to, dueOn, state }) => ({
    item,
    period: { from: from as CivilDate, to: to as CivilDate },
    dueOn: dueOn as CivilDate,
    state,
  }));
