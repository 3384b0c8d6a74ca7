/** Paths of the public pages; routes and links are made from the same functions. */

export const HOME = '/';
export const ACCESSIBILITY = '/accessibility';
export const DISPLAY = '/display';

export const organPath = (region: string, organ: string): string => `/${region}/${organ}`;

export const reportsPath = (organ: string): string => `${organ}/annual-reports`;

export const reportPath = (organ: string, year: number | string): string => `${reportsPath(organ)}/${year}`;

export const downloadPath = (report: string, format: string): string => `${report}/report.${format}`;
