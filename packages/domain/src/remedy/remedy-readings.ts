import type { CourtRefusesText, RemedyReadings } from './remedy.ts';

/** The organ's values of the settings; the words of a choice are checked where they are set. */
export interface RemedySettingValues {
  readonly 'remedy.partiallyGranted': string;
  readonly 'remedy.silence': string;
  readonly 'remedy.courtRefusesText': string;
  readonly 'remedy.unsettledOutcomes': boolean;
}

const roads = (words: string): 'REVIEW_FIRST' | 'EITHER' =>
  words === '先复议后诉讼' ? 'REVIEW_FIRST' : 'EITHER';

const COURT_REFUSES_TEXTS: Readonly<Record<string, CourtRefusesText>> = {
  写明复议和诉讼: 'both',
  只写复议: 'reviewOnly',
  不写: 'none',
};

/** The readings that the organ's settings choose. */
export const remedyReadingsFrom = (values: RemedySettingValues): RemedyReadings => ({
  partiallyGranted: roads(values['remedy.partiallyGranted']),
  silence: roads(values['remedy.silence']),
  unsettledOutcomes: values['remedy.unsettledOutcomes'] ? 'EITHER' : 'NONE',
  courtRefuses: COURT_REFUSES_TEXTS[values['remedy.courtRefusesText']] ?? 'both',
});
