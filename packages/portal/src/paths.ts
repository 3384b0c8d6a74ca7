/** Paths of the public pages; routes and links are made from the same functions. */

export const HOME = '/';
export const ACCESSIBILITY = '/accessibility';
export const DISPLAY = '/display';
export const SEARCH = '/search';
export const SITE_MAP = '/site-map';

export const regionPath = (region: string): string => `/${region}`;

export const organsPath = (region: string): string => `${regionPath(region)}/organs`;

export const organPath = (region: string, organ: string): string => `/${region}/${organ}`;

/** The statutory blocks of an organ's column in the order of 国办公开办函〔2019〕61号; the names stand in `blocks.ts`. */
export const BLOCK_IDS = ['guide', 'rules', 'proactive', 'annual-reports', 'application'] as const;

export type BlockId = (typeof BLOCK_IDS)[number];

export const blockPath = (organ: string, block: BlockId): string => `${organ}/${block}`;

export const reportsPath = (organ: string): string => blockPath(organ, 'annual-reports');

export const reportPath = (organ: string, year: number | string): string => `${reportsPath(organ)}/${year}`;

/** Lists of reporting units in the government's column. */
export const unitsPath = (organ: string): string => `${organ}/reporting-units`;

export const unitsOfYearPath = (organ: string, year: number | string): string =>
  `${unitsPath(organ)}/${year}`;

export const downloadPath = (report: string, format: string): string => `${report}/report.${format}`;

export const FEED_FORMATS = ['atom', 'json'] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** @param place path of a region or an organ; the home page's path for the feed of the whole site */
export const feedPath = (place: string, format: FeedFormat): string =>
  `${place === HOME ? '' : place}/feed.${format}`;

export const SITEMAP_INDEX = '/sitemap.xml';

export const sitemapPath = (part: number | string): string => `/sitemaps/${part}.xml`;
