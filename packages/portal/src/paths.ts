/** Paths of the public pages; routes and links are made from the same functions. */

export const HOME = '/';
export const ACCESSIBILITY = '/accessibility';
export const DISPLAY = '/display';
export const SEARCH = '/search';
export const SEARCH_SUGGESTIONS = `${SEARCH}/suggestions`;
export const SITE_MAP = '/site-map';

/** @param asked `q` and what results are narrowed to */
export const searchPathOf = (asked: Readonly<Record<string, string>>): string =>
  `${SEARCH}?${new URLSearchParams(asked).toString()}`;

export const regionPath = (region: string): string => `/${region}`;

export const organsPath = (region: string): string => `${regionPath(region)}/organs`;

export const organPath = (region: string, organ: string): string => `/${region}/${organ}`;

/** The statutory blocks of an organ's column in the order of 国办公开办函〔2019〕61号; the names stand in `blocks.ts`. */
export const BLOCK_IDS = ['guide', 'rules', 'proactive', 'annual-reports', 'application'] as const;

export type BlockId = (typeof BLOCK_IDS)[number];

export const blockPath = (organ: string, block: BlockId): string => `${organ}/${block}`;

export const reportsPath = (organ: string): string => blockPath(organ, 'annual-reports');

export const reportPath = (organ: string, year: number | string): string => `${reportsPath(organ)}/${year}`;

/** A version of a report that a restatement has replaced. */
export const reportVersionPath = (report: string, version: number | string): string =>
  `${report}/versions/${version}`;

/** A published document, by the name that it was given at its first publication. */
export const documentPath = (organ: string, name: string): string => `${organ}/documents/${name}`;

/** Papers of the poster that readers may print (publication.md §12). */
export const POSTER_PAPERS = ['a4', 'a3'] as const;

export const documentPosterPath = (document: string, paper: (typeof POSTER_PAPERS)[number]): string =>
  `${document}/poster-${paper}.pdf`;

/** A file of a document, by its place in the document's list. */
export const documentFilePath = (document: string, place: number | string): string =>
  `${document}/files/${place}`;

/** Forms in which a document's own text can be taken home. */
export const DOCUMENT_FORMATS = ['docx', 'pdf', 'txt'] as const;

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The text of a document as a file. */
export const documentTextPath = (document: string, format: DocumentFormat): string =>
  `${document}/text.${format}`;

/** An edition that was published, also after another one took its place. */
export const documentVersionPath = (document: string, edition: number | string): string =>
  `${document}/versions/${edition}`;

/**
 * A list of an organ's documents; the first page stands under the name of the list alone.
 *
 * @param list `all`, an item of the catalogue (`a20-01`), `kind-…`, `year-2026`, `normative`
 */
export const documentListPath = (organ: string, list: string, page: number | string = 1): string =>
  `${blockPath(organ, 'proactive')}/${list}${page === 1 ? '' : `/${page}`}`;

/** 开放数据: what a region or an organ has published, as registers to be read by programs. */
export const openDataPath = (place: string): string => `${place}/open-data`;

export const openDataFilePath = (openData: string, register: string, format: string): string =>
  `${openData}/${register}.${format}`;

/** A region's registers stand beside its list of organs, whose name no organ takes. */
export const regionOpenDataPath = (region: string): string => openDataPath(organsPath(region));

/** 报告错误 of a page. */
export const REPORT_ERROR = '/report-error';
export const errorReportPath = (page: string): string =>
  `${REPORT_ERROR}?${new URLSearchParams({ page }).toString()}`;

/** What the public asks and says of a document, the receipt, and the reply for whoever has the code. */
export const VOICE = '/voice';
export const VOICE_QUESTION = `${VOICE}/question`;
export const VOICE_COMMENT = `${VOICE}/comment`;
export const VOICE_RECEIPT = `${VOICE}/receipt`;
export const VOICE_REPLY = `${VOICE}/reply`;

/** 投诉箱: choosing the unit, the form, and what came of it for whoever has the code. */
export const COMPLAINT = `${VOICE}/complaint`;
export const COMPLAINT_FOLLOW = `${COMPLAINT}/follow`;

/** @param unit path of the organ that it is about */
export const complaintPath = (unit: string): string =>
  `${COMPLAINT}?${new URLSearchParams({ unit }).toString()}`;

/** The villages of a township, to choose the one that is complained of. */
export const complaintVillagesPath = (township: string): string =>
  `${COMPLAINT}?${new URLSearchParams({ villages: township }).toString()}`;

/** 社会评议: the surveys, and the form or the result of one. */
export const SURVEY = `${VOICE}/survey`;
export const surveyPath = (region: string, survey: string): string => `${SURVEY}/${region}/${survey}`;

const VOICE_FORMS = { errorReport: REPORT_ERROR, question: VOICE_QUESTION, comment: VOICE_COMMENT } as const;

/** @param page path of the page that it is about */
export const voicePath = (kind: keyof typeof VOICE_FORMS, page: string): string =>
  `${VOICE_FORMS[kind]}?${new URLSearchParams({ page }).toString()}`;

/** 订阅 by mail: of an organ's column or one of its lists, or of a search. */
export const SUBSCRIBE = '/subscribe';
export const SUBSCRIBE_CONFIRM = `${SUBSCRIBE}/confirm`;
export const SUBSCRIBE_END = `${SUBSCRIBE}/end`;
/** @param list name of a list of the column; without one, all that the organ publishes */
export const subscribePath = (organ: string, list = ''): string =>
  `${SUBSCRIBE}?${new URLSearchParams({ organ, ...(list === '' ? {} : { list }) }).toString()}`;
/** @param asked as in the address of the search */
export const subscribeSearchPath = (asked: Readonly<Record<string, string>>): string =>
  `${SUBSCRIBE}?${new URLSearchParams(asked).toString()}`;

/** 村务公开: the villages of a township, and the page of one; no column of 政府信息公开. */
export const villagesPath = (organ: string): string => `${organ}/villages`;

export const villagePath = (region: string, township: string, village: string): string =>
  `${villagesPath(organPath(region, township))}/${village}`;

/** What was shown for its time; the first page stands under the name alone. */
export const pastVillagePath = (village: string, page: number | string = 1): string =>
  `${village}/past${page === 1 ? '' : `/${page}`}`;

export const villagePhotoPath = (village: string, post: string, place: number | string): string =>
  `${village}/photos/${post}/${place}`;

/** Published results of assessments, in the column of who assessed (条例46). */
export const assessmentsPath = (organ: string): string => `${organ}/assessments`;

/** Lists of reporting units in the government's column. */
export const unitsPath = (organ: string): string => `${organ}/reporting-units`;

export const unitsOfYearPath = (organ: string, year: number | string): string =>
  `${unitsPath(organ)}/${year}`;

/**
 * A part of a year's list: the units of a level, or a page; the first page of all units stands under the year alone.
 *
 * @param level as addresses write it (`unit-levels.ts`); '': all
 */
export const unitsPartPath = (
  organ: string,
  year: number | string,
  { level = '', page = 1 }: { readonly level?: string; readonly page?: number | string },
): string =>
  `${unitsOfYearPath(organ, year)}${level === '' ? '' : `/levels/${level}`}${page === 1 ? '' : `/pages/${page}`}`;

/** Figures of reports side by side: of the units of a year's list, or without a year of the organ's own years. */
export const yearFiguresPath = (organ: string, year?: number | string): string =>
  `${year === undefined ? reportsPath(organ) : unitsOfYearPath(organ, year)}/figures`;

export const figuresFilePath = (figures: string, format: string): string => `${figures}.${format}`;

export const downloadPath = (report: string, format: string): string => `${report}/report.${format}`;

export const FEED_FORMATS = ['atom', 'json'] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** @param place path of a region or an organ; the home page's path for the feed of the whole site */
export const feedPath = (place: string, format: FeedFormat): string =>
  `${place === HOME ? '' : place}/feed.${format}`;

export const SITEMAP_INDEX = '/sitemap.xml';

export const sitemapPath = (part: number | string): string => `/sitemaps/${part}.xml`;

/** A part of the sitemap with documents of a region. */
export const documentSitemapPath = (region: string, part: number | string): string =>
  `/sitemaps/${region}/${part}.xml`;

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

/** 核验: whether this text, this edition and this date are the ones that were published. */
export const VERIFY = '/verify';
export const VERIFY_PROOF = `${VERIFY}/proof.json`;
export const verifyPath = (checkCode: string): string =>
  `${VERIFY}?${new URLSearchParams({ code: checkCode }).toString()}`;
/** What proves an edition without the site, as a file. */
export const verifyProofPath = (checkCode: string): string =>
  `${VERIFY_PROOF}?${new URLSearchParams({ code: checkCode }).toString()}`;
