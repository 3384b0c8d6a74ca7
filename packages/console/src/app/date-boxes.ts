import { LAST_CIVIL_DATE } from '@zhaoshi/domain/kernel/civil-date';

/** Boxes of a day and of a minute, and the last thing that fits into them. */
const LAST: Readonly<Record<string, string>> = {
  date: LAST_CIVIL_DATE,
  'datetime-local': `${LAST_CIVIL_DATE}T23:59`,
};

/**
 * Gives every box of a day or a minute a last day once a person comes to it. Without one browsers let a year of six digits
 * be typed, and whoever goes on typing after the year has 202611 in it.
 */
export const limitDateBoxes = (page: Document): void =>
  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.max !== '') return;
    const last = LAST[target.type];
    if (last !== undefined) target.max = last;
  });
