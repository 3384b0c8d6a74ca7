import { err, ok, type Result } from '../kernel/result.ts';
import type { Letter, LetterParagraph, LetterRemedy } from './letter.ts';

/** What a letter that answers cases with different results is called. */
const JOINT_TITLE = '政府信息公开申请答复书';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十二, 三十 … of a place below a hundred. */
function placeText(place: number): string {
  const [tens, ones] = [Math.floor(place / 10), place % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}

const isAllTheSame = (texts: readonly string[]): boolean => texts.every((text) => text === texts[0]);

/** One block where all answers have the same remedies, else one for each answer. */
function jointRemedy(first: LetterRemedy, remedies: readonly LetterRemedy[]): LetterRemedy {
  const isSame = isAllTheSame(remedies.map(({ text }) => text));
  const parts = remedies.flatMap(({ text }, index) =>
    text === '' ? [] : [`对上述第${placeText(index + 1)}项答复：${text}`],
  );
  return {
    code: first.code,
    source: [...new Set(remedies.map(({ source }) => source))].join('；'),
    unconfirmed: remedies.some(({ unconfirmed }) => unconfirmed),
    text: isSame ? first.text : parts.join(''),
  };
}

/** What one case is answered, under its number. */
function partOf({ registrationNumber, paragraphs }: Letter, index: number): readonly LetterParagraph[] {
  return [
    { role: 'request', text: `${placeText(index + 1)}、登记号${registrationNumber}的申请` },
    ...paragraphs.filter(({ role }) => role !== 'closing'),
  ];
}

/**
 * 并案答复: the replies to several cases of one applicant in one letter (法释〔2025〕8号 第十四条第（三）项; 规范). Each case
 * keeps its own outcome, article and reason; the first gives the letter its number.
 *
 * @param letters at least two, of the same organ and date
 */
export function joinLetters(letters: readonly Letter[]): Result<Letter, string> {
  const [first, ...others] = letters;
  if (first === undefined || others.length === 0) return err('并案答复至少要有两件申请。');
  // One applicant is never told in a letter what another asked.
  if (!isAllTheSame(letters.map(({ addressee }) => addressee ?? ''))) {
    return err('只有同一申请人的申请才能写在一份答复中；内容相同、申请人不同的，分别答复。');
  }
  const closing = first.paragraphs.filter(({ role }) => role === 'closing').slice(-1);
  const intro = `本机关对下列${letters.length}件政府信息公开申请一并答复如下：`;
  return ok({
    ...first,
    title: isAllTheSame(letters.map(({ title }) => title)) ? first.title : JOINT_TITLE,
    paragraphs: [{ role: 'request', text: intro }, ...letters.flatMap(partOf), ...closing],
    remedy: jointRemedy(
      first.remedy,
      letters.map(({ remedy }) => remedy),
    ),
    enclosures: [...new Set(letters.flatMap(({ enclosures }) => enclosures))],
    provisional: letters.flatMap(({ provisional }) => provisional),
  });
}
