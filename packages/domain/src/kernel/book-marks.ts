/** A number behind a title: （国办发〔2016〕61号）. */
const NUMBER_BEHIND = /（[^（）]*〔\d{4}〕[^（）]*号）$/u;

/** What has no title, only a number: 国办发〔2017〕47号, GB/T 22239-2019 8.1.4. */
const BARE_NUMBER = /^(?:[^《》〔〕]*〔\d{4}〕[^《》〔〕]*号|GB(?:\/T)? ?\d[\d. -]*)$/u;

/** Whether one pair of marks holds the whole of it, as where a title was typed with its marks. */
function isMarked(title: string): boolean {
  if (!title.startsWith('《') || !title.endsWith('》')) return false;
  const inner = title.slice(1, -1);
  let depth = 1;
  for (const [mark] of inner.matchAll(/[《》]/g)) {
    depth += mark === '《' ? 1 : -1;
    if (depth === 0) return false;
  }
  return true;
}

/**
 * A title between book marks (GB/T 15834 书名号): never with doubled ones, marks inside it as 〈〉, its 文号 behind them; a
 * number alone, or nothing, gets none.
 */
export function inBookMarks(name: string): string {
  if (name === '' || BARE_NUMBER.test(name)) return name;
  const number = NUMBER_BEHIND.exec(name)?.[0] ?? '';
  const title = name.slice(0, name.length - number.length);
  const bare = isMarked(title) ? title.slice(1, -1) : title;
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》${number}`;
}
