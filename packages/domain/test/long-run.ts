/** Whether what is drawn at random is drawn as often as the documented figures say (`npm run test:long`). */
export const isLongRun = process.env['ZHAOSHI_LONG_RUN'] !== undefined;
