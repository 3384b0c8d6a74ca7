/** Masks as public pages and lists show people: enough to tell two rows apart, not enough to know who it is. */

const STAR = '*';
const HIDDEN = '***';

const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 轩辕 独孤 南宫 西门 呼延 百里 东郭 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 闻人 钟离 鲜于 闾丘 拓跋 完颜'.split(
    ' ',
  ),
);

/** 张* · 欧阳* · an organisation keeps its name, which is public. */
export function maskName(name: string, isPerson: boolean): string {
  if (!isPerson) return name;
  const characters = Array.from(name.trim());
  const first = characters.slice(0, 2).join('');
  // 欧阳 alone is a surname of one character with a given name.
  const kept = characters.length > 2 && COMPOUND_SURNAMES.has(first) ? 2 : 1;
  const hidden = Math.max(1, Math.min(characters.length - kept, 3));
  return `${characters.slice(0, kept).join('')}${STAR.repeat(hidden)}`;
}

function keepEnds(text: string, head: number, tail: number): string {
  const characters = Array.from(text);
  if (characters.length <= head + tail) return STAR.repeat(characters.length);
  const hidden = STAR.repeat(characters.length - head - tail);
  return `${characters.slice(0, head).join('')}${hidden}${characters.slice(-tail).join('')}`;
}

/** 138****1234 */
export const maskPhone = (phone: string): string => keepEnds(phone.replaceAll(/[\s-]/g, ''), 3, 4);

/** 37*************012: the first two and the last three, as publication.md §10 masks identity numbers. */
export const maskIdentity = (identity: string): string => keepEnds(identity.replaceAll(/\s/g, ''), 2, 3);

/** ****1234: of a bank account only the last four (publication.md §9). */
export const maskBankCard = (account: string): string => `****${account.replaceAll(/[\s-]/g, '').slice(-4)}`;

/** 张某某, 欧阳某某: minors and persons of sensitive lists in running text (publication.md §9). */
export function maskNameInWords(name: string): string {
  const first = Array.from(name.trim()).slice(0, 2).join('');
  return `${COMPOUND_SURNAMES.has(first) ? first : Array.from(name.trim())[0]}某某`;
}

/** The places of an address that may be shown: province, city, county and 乡镇、街道, each where it is written. */
const PLACE =
  /^(?:[^省]{2,8}?(?:省|自治区))?(?:[^市县区州盟]{1,8}(?:市|州|盟))?(?:[^县区旗市]{1,8}(?:县|(?<![小社园片])区|旗|市))?(?:[^镇乡]{1,10}?(?:街道|镇|乡))?/u;

/** 某县某镇*** */
export const maskAddress = (address: string): string => `${PLACE.exec(address)?.[0] ?? ''}${HIDDEN}`;

/** Half-width, one character for one, so that places in the text stay the same. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** A blank or stroke that people put between the groups of a number. */
const GAP = '[ \\u00a0\\u3000\\-–—]?';
const groups = (...pieces: readonly string[]): string => pieces.join(GAP);
const number = (pattern: string): RegExp => new RegExp(`(?<![\\dA-Za-z])${pattern}(?![\\dA-Za-z])`, 'g');

const NUMBERS_OF_PEOPLE: readonly RegExp[] = [
  // Resident identity, 18 or of old 15 places, and bank cards of 16 to 19.
  number(groups('\\d{6}', '\\d{4}', '\\d{2}', '\\d{2}', '\\d{3}[\\dXx]')),
  number('\\d{15,19}'),
  number(`${groups('\\d{4}', '\\d{4}', '\\d{4}', '\\d{3,4}')}(?:${GAP}\\d{1,3})?`),
  number(`(?:[+]?86${GAP})?${groups('1[3-9]\\d', '\\d{4}', '\\d{4}')}`),
  number(`${groups('[(]?0\\d{2,3}[)]?', '[2-8]\\d{6,7}')}(?:-\\d{1,5})?`),
  // Passports, permits of Hong Kong, Macao and Taiwan residents.
  /(?<![\dA-Za-z])(?:[DEGPS]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{8}(?:\d{2})?)(?![\dA-Za-z])/gi,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g,
];

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const PARTING = /[\s\-–—·•・]/g;

/** A known value however its characters are parted and written; `null` for what is too short to be one. */
function knownPattern(value: string): RegExp | null {
  const characters = Array.from(halfWidth(value).replaceAll(PARTING, ''));
  if (characters.length < 2) return null;
  return new RegExp(characters.map(escaped).join('[\\s\\-–—·•・]{0,2}'), 'giu');
}

/** Stretches of a text, so that the original is cut and not its half-width copy. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function cut(text: string, stretches: readonly Stretch[]): string {
  let shown = '';
  let end = 0;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= end) continue;
    // What overlaps is hidden in one piece.
    shown += from < end ? '' : text.slice(end, from) + HIDDEN;
    end = to;
  }
  return shown + text.slice(end);
}

/**
 * Free text without numbers and addresses that name a person — identity and bank cards, telephones, passports, e-mail —
 * and without the values that are known to, in whatever width and parted however.
 */
export function maskPersonalText(text: string, known: readonly string[]): string {
  const plain = halfWidth(text);
  const patterns = [...known.map(knownPattern).filter((pattern) => pattern !== null), ...NUMBERS_OF_PEOPLE];
  const found = patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
  );
  return cut(text, found);
}
