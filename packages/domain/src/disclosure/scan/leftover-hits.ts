import type { Hit } from './finding.ts';

interface LeftoverRow {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** What templates, word processors and drafts leave behind. Every repetition is bounded, so no text takes long. */
const LEFTOVERS: readonly LeftoverRow[] = [
  // Not inside Latin text or numbers: “xxgk” is the usual path of disclosure pages. 20XX年 is a year to be filled in.
  {
    pattern: /(?<![A-Za-z\d×✕])[Xx×✕]{2,12}(?![A-Za-z\d×✕])|(?<!\d)20[Xx×✕]{2}(?=年|-)/g,
    reason: '“XX”像是模板中没有填写的内容，请填写或者删去。',
  },
  {
    pattern:
      /[[【［（(〔<] ?(?:此处|请在此|点击此处|单击此处|请填写|请输入|填写|待填|待补充|待补|待定|待核|插入)[^\]】］）)〕>\n]{0,40}[\]】］）)〕>]|《待定》/g,
    reason: '这是模板中的提示语，请填写或者删去。',
  },
  {
    pattern:
      /(?:单击|点击)(?:或点击)?此处(?:输入|添加|编辑)[^，。\n]{0,12}|在此(?:处)?(?:键入|输入)[^，。\n]{0,12}|该部分以表格形式报告/g,
    reason: '这是模板中的提示语，请填写或者删去。',
  },
  {
    pattern:
      /错误[!！] ?(?:未找到引用源|未定义书签|未指定书签|文档中没有指定样式的文字|链接无效)|Error! (?:Reference source not found|Bookmark not defined)/g,
    reason: '自动引用已经失效，请更新或者改为文字。',
  },
  {
    pattern: /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)/g,
    reason: '表格公式出错，请改正。',
  },
  {
    pattern:
      /\{ ?(?:MERGEFIELD|PAGE|NUMPAGES|TOC|REF|PAGEREF|HYPERLINK|DATE|FORMTEXT|INCLUDETEXT)\b[^}\n]{0,80}\}|«[^»\n]{1,40}»|\{\{[^}\n]{1,40}\}\}|\$\{[^}\n]{1,40}\}/g,
    reason: '域代码或者邮件合并的占位没有替换，请填写。',
  },
  {
    pattern: /。{2,6}|，{2,6}|、{2,6}|；{2,6}|：{2,6}|[，、；：]。|。[，、；：]/g,
    reason: '标点重复，请改正。',
  },
  { pattern: /\b(?:TODO|TBD|FIXME)\b|[Ll]orem ipsum/g, reason: '草稿中的记号没有清理，请删去。' },
];

/** Leftovers of templates and drafts in a plain text. */
export function leftoverHits(text: string): readonly Hit[] {
  return LEFTOVERS.flatMap(({ pattern, reason }) =>
    [...text.matchAll(pattern)].map(
      (match): Hit => ({
        kind: 'leftover',
        severity: 'warns',
        start: match.index,
        end: match.index + match[0].length,
        mask: null,
        reason,
      }),
    ),
  );
}

/** Bookmarks of word processors that nobody set: they do no harm and tell who edited last where. */
const MACHINE_BOOKMARK = /^_GoBack$/;

/** A bookmark's name as a leftover, when the program set it and not a person. */
export function bookmarkHits(name: string): readonly Hit[] {
  if (!MACHINE_BOOKMARK.test(name)) return [];
  const reason = '文件里有编辑软件留下的书签，请在定稿前删去。';
  return [{ kind: 'leftover', severity: 'warns', start: 0, end: name.length, mask: null, reason }];
}

/**
 * Properties that name who wrote a file or where it lay, as the formats spell them, and what people call them. "Creator"
 * with a capital is PDF's word for the program.
 */
const AUTHOR_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['author', '作者'],
  ['Author', '作者'],
  ['creator', '作者'],
  ['lastModifiedBy', '最后修改人'],
  ['Company', '单位'],
  ['company', '单位'],
  ['Manager', '经理'],
  ['absPath', '保存位置'],
]);

/**
 * The name of somebody who worked on a file, in its properties: it goes out with the file, and nobody sees it there. A
 * clean copy takes its place in one step; where none can be made, somebody says why it may stand (docs/adr/0034).
 */
export function propertyHits(name: string, text: string): readonly Hit[] {
  const property = AUTHOR_PROPERTIES.get(name);
  if (property === undefined) return [];
  const reason = `文件属性“${property}”会随文件一起公开；请在草稿的附件旁按“清除文件属性”，或者说明可以公开的理由。`;
  return [{ kind: 'hiddenContent', severity: 'blocks', start: 0, end: text.length, mask: null, reason }];
}
