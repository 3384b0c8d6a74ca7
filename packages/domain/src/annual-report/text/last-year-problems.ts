import type { AnnualReport } from '../report.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

const PROBLEM = /问题|不足|不够|不高|不强|不广|不畅|不及时|困难|短板|薄弱|有待|欠缺|差距|滞后|单一/;
const MEASURES_BEGIN = /改进措施|整改措施|改进情况|下一步|下步|今后|解决办法|针对/;
const RESULT = /整改|改进|改善|解决|完成|已|提升|提高|加强|优化|完善|丰富|规范|健全|拓宽/;
/** What every report says; sharing it proves nothing. */
const COMMON =
  /政府信息公开|政务公开|信息公开|政府信息|工作|存在|主要|问题|进一步|方面|不够|有待|需要|一定|还|仍|的|和|与|及|是|了|：|“|”/g;
const ORDINAL = /^(?:[^：]{0,16}：)?(?:（?[一二三四五六七八九十\d]{1,2}(?:是|）|[.．、]))?/;

/** More are no list of problems; the number bounds the work. */
const MOST_PROBLEMS = 20;

/** Problems that a report names in part five, one phrase each, as far as they can be told from the measures. */
export function problemsOf(report: AnnualReport): readonly string[] {
  const problems: string[] = [];
  for (const sentence of sentencesOf(report)) {
    if (sentence.place !== 's5') continue;
    if (MEASURES_BEGIN.test(sentence.folded) && problems.length > 0) break;
    for (const part of sentence.folded.split(/[；。]/)) {
      const phrase = part.replace(ORDINAL, '').trim();
      if (PROBLEM.test(phrase) && phrase.replace(COMMON, '').length >= 4) problems.push(phrase);
    }
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(COMMON, '').replace(/[，、；。]/g, '');
  return new Set(
    Array.from({ length: Math.max(0, plain.length - 1) }, (_, index) => plain.slice(index, index + 2)),
  );
}

const LEAST_SHARED = 2;
const LEAST_SHARE = 0.3;

/** Whether a sentence of part one or five tells what became of the problem: it shares its words, and a result. */
export function isAnswered(problem: string, sentences: readonly Sentence[]): boolean {
  const pairs = pairsOf(problem);
  const wanted = Math.max(LEAST_SHARED, pairs.size * LEAST_SHARE);
  return sentences.some(({ place, folded }) => {
    if ((place !== 's1' && place !== 's5') || !RESULT.test(folded)) return false;
    let shared = 0;
    for (const pair of pairs) if (folded.includes(pair)) shared++;
    return shared >= wanted;
  });
}
