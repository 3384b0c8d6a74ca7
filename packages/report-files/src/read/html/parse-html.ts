import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser, type Token } from 'parse5';
import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Deadline } from '../deadline.ts';

/** A tree of this many tags takes about 200 MB; a report pasted from Word, one tag a character, has 50,000. */
const MAX_TAGS = 500_000;

/**
 * parse5 repairs like a browser, and like a browser it can be kept busy: unclosed formatting tags are rebuilt in
 * every block, and each end tag may search the whole stack. So every tag counts and looks at the clock.
 */
class GuardedParser extends Parser<DefaultTreeAdapterMap> {
  deadline: Deadline | undefined;
  private tags = 0;

  override onStartTag(token: Token.TagToken): void {
    this.guard();
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    this.guard();
    super.onEndTag(token);
  }

  override onItemPush(node: DefaultTreeAdapterTypes.ParentNode, tid: number, isTop: boolean): void {
    this.guard();
    super.onItemPush(node, tid, isTop);
  }

  private guard(): void {
    this.deadline?.check();
    // A tag is counted when it arrives and when it opens.
    if (++this.tags > MAX_TAGS * 2) {
      throw new ReadFailure(
        'too-complex',
        `网页超过 ${MAX_TAGS} 个标签，不像一份年度报告，未读取。请只保存报告正文后重试。`,
      );
    }
  }
}

/**
 * Parses a page into parse5's tree. Deep nesting is safe here; walk the tree without recursion.
 *
 * @throws ReadFailure `too-large` (text), `too-complex` (tags, time)
 */
export function parseHtml(html: string, deadline: Deadline): DefaultTreeAdapterTypes.Document {
  if (html.length > LIMITS.textCharacters * 4) {
    throw new ReadFailure('too-large', '网页文字过大（超过 2000 万字符），未读取。请只保存报告正文后重试。');
  }
  const parser = new GuardedParser();
  parser.deadline = deadline;
  parser.tokenizer.write(html, true);
  return parser.document;
}
