const ALL = ['standard-standard', 'large-standard', 'standard-high', 'large-high'];

/**
 * Sizes of letters and contrasts of the portal in which pages are looked at. Neither depends on the other, so that two
 * displays show all of both; with `ZHAOSHI_ALL_DISPLAYS` set all four are looked at.
 */
export const PORTAL_DISPLAYS =
  process.env['ZHAOSHI_ALL_DISPLAYS'] === undefined ? ['standard-standard', 'large-high'] : ALL;
