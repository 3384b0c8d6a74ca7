/**
 * part ÷ whole in percent with one decimal, half up.
 *
 * @returns `null` where one of them has no figure, or the whole is 0: shown as “—”, never as 0
 */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

/** A percentage as it is written, always with its one decimal. */
export const percentWords = (percent: number | null): string =>
  percent === null ? NO_FIGURE : `${percent.toFixed(1)}%`;

/** What stands where there is no figure. */
export const NO_FIGURE = '—';
