const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment of the server as people of the office read it: Beijing time, to the minute. */
export const shownMoment = (moment: string): string => MOMENT.format(new Date(moment));
