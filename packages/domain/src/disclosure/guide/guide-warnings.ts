import { GUIDE_TEXT_IDS, type GuideTextId, type GuideTexts } from './guide-parts.ts';

/** A rule that does not hold since 2019-05-15 and still stands in old guides (publication.md §12.1). */
interface OldRule {
  readonly words: string;
  readonly source: string;
  readonly matches: (sentence: string) => string | undefined;
}

const find =
  (pattern: RegExp, except: RegExp = /(?!)/) =>
  (sentence: string): string | undefined =>
    except.test(sentence) ? undefined : pattern.exec(sentence)?.[0];

const OLD_RULES: readonly OldRule[] = [
  {
    words: '答复期限是20个工作日，可以延长的最长不超过20个工作日。',
    source: '条例第三十三条',
    // Third parties have 15 working days to say what they think (条例32).
    matches: find(/(?:15|十五)\s*个?\s*工作日/, /第三方|征求意见|权利人/),
  },
  {
    words: '申请人不用说明用途，也不用证明与自己有关。',
    source: '条例第二十七条、第二十九条',
    matches: find(
      /自身生产|(?:生产、?生活、?科研|特殊需要)|(?:申请|使用)(?:的)?(?:目的|用途)|(?:说明|注明|填写)[^，。；]{0,6}用途/,
      /不(?:用|必|得|需|应)/,
    ),
  },
  {
    words: '不再收取检索费、复制费、邮寄费；只有数量、频次明显超过合理范围的，可以收取信息处理费。',
    source: '条例第四十二条、国办函〔2020〕109号',
    matches: find(/检索费|复制费|邮寄费|检索、复制|成本费用|工本费/, /不(?:再)?收/),
  },
];

export interface GuideWarning {
  readonly part: GuideTextId;
  /** The words in the text. */
  readonly found: string;
  readonly words: string;
  readonly source: string;
}

const sentencesOf = (text: string): readonly string[] => text.split(/[。；;\n]/);

/** Rules in the organ's own texts that no longer hold; generated parts have none. */
export const guideWarnings = (texts: GuideTexts): readonly GuideWarning[] =>
  GUIDE_TEXT_IDS.flatMap((part) =>
    sentencesOf(texts[part] ?? '').flatMap((sentence) =>
      OLD_RULES.flatMap(({ words, source, matches }) => {
        const found = matches(sentence);
        return found === undefined ? [] : [{ part, found, words, source }];
      }),
    ),
  );
