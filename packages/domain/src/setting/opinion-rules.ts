import { CLOCK_STARTS, type ClockStart, type OpinionRules } from '../opinion/clocks.ts';
import type { SettingReader } from './application-rules.ts';

const startIn = (words: string): ClockStart =>
  words === CLOCK_STARTS.occurrence ? 'occurrence' : 'discovery';

/** From when the clocks of an organ run. */
export function opinionRulesFrom(settings: SettingReader): OpinionRules {
  const words = {
    emergencyStart: settings('opinion.emergencyStart'),
    otherStart: settings('opinion.otherStart'),
  };
  return { emergencyStart: startIn(words.emergencyStart), otherStart: startIn(words.otherStart) };
}
