/** Names in addresses that stand for other things (portal paths), so no organ or region takes them. */
export const TAKEN_ORGAN_SLUGS = ['annual-reports', 'organs', 'search'] as const;

export const TAKEN_REGION_SLUGS = [
  'accessibility',
  'amend',
  'api',
  'apply',
  'assets',
  'console',
  'display',
  'files',
  'follow',
  'healthz',
  'metrics',
  'mirror',
  'openapi',
  'readyz',
  'report-error',
  'search',
  'site-map',
  'sitemaps',
  'subscribe',
  'verify',
  'voice',
] as const;

/** A name in addresses: a small letter, then small letters, digits and hyphens. */
export const SLUG = /^[a-z][a-z0-9-]{0,62}$/;

export const isTakenSlug = (taken: readonly string[], slug: string): boolean => taken.includes(slug);
