/** Paths of the public pages; routes and links are made from the same functions. */

export const HOME = '/';
export const ACCESSIBILITY = '/accessibility';
export const DISPLAY = '/display';
export const SEARCH = '/search';
export const SEARCH_SUGGESTIONS = `${SEARCH}/suggestions`;
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

/** A published document, by the name that it was given at its first publication. */
export const documentPath = (organ: string, name: string): string => `${organ}/documents/${name}`;

/** A file of a document, by its place in the document's list. */
export const documentFilePath = (document: string, place: number | string): string =>
  `${document}/files/${place}`;

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

/** 依申请公开 on the web: choosing the organ, the steps of the form, the receipt. */
export const APPLY = '/apply';
export const APPLY_SUGGESTIONS = `${APPLY}/suggestions`;
export const APPLY_RECEIPT = `${APPLY}/receipt`;

export const APPLY_STEP_IDS = ['kind', 'applicant', 'request', 'identity', 'confirm'] as const;

export type ApplyStepId = (typeof APPLY_STEP_IDS)[number];

export const applyStepPath = (step: ApplyStepId): string => `${APPLY}/${step}`;

/** Where an application to an organ begins. */
export const applyToPath = (organ: string): string => `${APPLY}${organ}`;

/** Following one's own case. */
export const FOLLOW = '/follow';
export const FOLLOW_CASE = `${FOLLOW}/case`;
export const FOLLOW_END = `${FOLLOW}/end`;

export const followActPath = (act: string): string => `${FOLLOW}/act/${act}`;
export const followLetterPath = (letter: string): string => `${FOLLOW}/letters/${letter}`;
export const followLetterFilePath = (letter: string, format: string): string =>
  `${followLetterPath(letter)}/${format}`;
export const followFilePath = (file: string): string => `${FOLLOW}/files/${file}`;

/** 更正本人信息 (条例41). */
export const AMEND = '/amend';
export const AMEND_RECEIPT = `${AMEND}/receipt`;
export const amendAtPath = (organ: string): string => `${AMEND}${organ}`;
