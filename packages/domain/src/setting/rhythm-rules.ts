import { RHYTHM_ITEMS, type RhythmItem } from '../notification/yearly-rhythm.ts';
import type { SettingReader } from './application-rules.ts';

/** What comes round every year for an organ: what is local practice only where its settings ask for it. */
export function rhythmItemsFrom(settings: SettingReader): readonly RhythmItem[] {
  const asked: Partial<Record<RhythmItem, boolean>> = {
    leaderHears: settings('rhythm.leaderHears'),
    openDay: settings('rhythm.openDay'),
    filing: settings('rhythm.filing'),
  };
  return RHYTHM_ITEMS.filter((item) => asked[item] !== false);
}
