import { parseDocumentNumber } from '../document-number/document-number.ts';
import { type Line, labelled, type Reading, reading } from './reading.ts';

/** 体裁: what the title of an official document ends with (党政机关公文处理工作条例8, and the kinds of rules and plans). */
const GENRES =
  '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|规则|方案|规划|计划|预案|要点|指南|目录|清单|章程|条例|公示|解读|说明|简介|名单|制度';

const ENDS_AS_TITLE = new RegExp(`(?:${GENRES})(?:[（(][^（）()]{1,20}[）)])?$`);
const FULL_TITLE = new RegExp(`关于.{2,}的?(?:${GENRES})(?:[（(][^（）()]{1,20}[）)])?$`);

const LONGEST_TITLE = 150;
const MOST_LINES = 4;
/** A title stands on the first page: behind the head of the paper, before the addressees. */
const LINES_SEARCHED = 16;

/** Lines of the head of the paper that are no part of a title. */
const HEAD = /(?:文件|公报)$|^(?:秘密|机密|绝密|特急|加急|平急|特提)|^(?:索引号|份号|编号)|签发人|^\d+$/;

const isSentence = (text: string): boolean => text.length > LONGEST_TITLE || /[。；！？!?]|[：:]$/.test(text);

/** Before the addressees (主送机关：) or the first sentence. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const first = lines.slice(0, LINES_SEARCHED);
  const end = first.findIndex(({ text }) => isSentence(text));
  return end < 0 ? first : first.slice(0, end);
}

const join = (lines: readonly Line[]): string => lines.map(({ text }) => text.replaceAll(' ', '')).join('');

/**
 * The title of an official document: one to four lines of the head that together end with a kind of document. A title
 * with 关于 is certain, any other one is to be looked at; two that could be the title are none.
 */
export function readTitle(lines: readonly Line[]): Reading<string> | null {
  const [named] = labelled(lines, ['标题', '信息名称', '文件名称', '名称']);
  if (named !== undefined) return reading(named.text.replaceAll(' ', ''), 'certain', named);
  const head = headOf(lines).filter(
    ({ text }) => !HEAD.test(text) && parseDocumentNumber(text) === undefined,
  );
  for (const pattern of [FULL_TITLE, ENDS_AS_TITLE]) {
    const found = titleIn(head, pattern);
    if (found !== null) {
      return reading(join(found), pattern === FULL_TITLE ? 'certain' : 'likely', found[0], found.at(-1));
    }
  }
  return null;
}

type Lines = readonly [Line, ...Line[]];

/** The first lines that end as the pattern says; none when later lines beside them would be a title as well. */
function titleIn(head: readonly Line[], pattern: RegExp): Lines | null {
  for (let at = 0; at < head.length; at += 1) {
    for (let count = 1; count <= MOST_LINES && at + count <= head.length; count += 1) {
      const [first, ...rest] = head.slice(at, at + count);
      if (first === undefined) break;
      const text = join([first, ...rest]);
      if (text.length > LONGEST_TITLE) break;
      if (pattern.test(text)) return hasRival(head.slice(at + count), pattern) ? null : [first, ...rest];
    }
  }
  return null;
}

const hasRival = (others: readonly Line[], pattern: RegExp): boolean =>
  others.some(({ text }) => pattern.test(text.replaceAll(' ', '')));
