import type { Suggestion } from '../rules/rule.ts';
import type { Localisation } from './localisation.ts';

const IN_WORDS = 4;

function together(suggestions: readonly Suggestion[]): Suggestion | undefined {
  const [only, second] = suggestions;
  if (second === undefined) return only;
  const texts = suggestions.slice(0, IN_WORDS).map(({ text }, index) => `（${index + 1}）${text}`);
  const more = suggestions.length > IN_WORDS ? `另有${suggestions.length - IN_WORDS}种，见所列单元格。` : '';
  return {
    text: `以下${suggestions.length}种情形都能解释，请逐一核对：${texts.join('')}${more}`,
    cells: suggestions.flatMap(({ cells }) => cells),
    certainty: 'possible',
  };
}

/** For each rule that failed: its one explanation, or all that are equally simple as one suggestion. */
export function suggestionsByRule(localisations: readonly Localisation[]): ReadonlyMap<string, Suggestion> {
  const byRule = new Map<string, Suggestion[]>();
  for (const { rules, suggestion } of localisations) {
    for (const rule of rules) {
      const there = byRule.get(rule);
      if (there === undefined) byRule.set(rule, [suggestion]);
      else there.push(suggestion);
    }
  }
  const joined = new Map<string, Suggestion>();
  for (const [rule, suggestions] of byRule) {
    const suggestion = together(suggestions);
    if (suggestion !== undefined) joined.set(rule, suggestion);
  }
  return joined;
}
