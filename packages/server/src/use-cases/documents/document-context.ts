import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import {
  type PublicationDeadline,
  publicationDeadline,
} from '@zhaoshi/domain/disclosure/periods/publication-deadline';
import type { ReviewChain } from '@zhaoshi/domain/disclosure/review-chain';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { SettingReader } from '@zhaoshi/domain/setting/application-rules';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { reviewChainFrom } from '@zhaoshi/domain/setting/review-rules';
import type { Kysely } from 'kysely';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import { chosenSettings, chosenSettingsOf } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { calendarsAt, findCalendar } from '../calendar/calendars.ts';

/** What the law and the organ's settings say to its documents on a day. */
export interface DocumentRules {
  readonly calendar: WorkingCalendar;
  readonly chain: ReviewChain;
  readonly settings: SettingReader;
  readonly today: CivilDate;
}

/** The rules for the organ at a path, read at each use, so that a changed setting or calendar holds at once. */
export async function documentRules(
  database: Kysely<Schema>,
  path: string,
  now: Date,
): Promise<DocumentRules> {
  const { calendar } = await findCalendar(database, path);
  const settings = settingsAt(path, await chosenSettings(database, path));
  return { calendar, chain: reviewChainFrom(settings), settings, today: civilDateAt(now) };
}

/** What says how near a last day to publish is. */
export type DocumentLightRules = Pick<DocumentRules, 'calendar' | 'settings' | 'today'>;

/**
 * The same for documents of many organs: calendars are read once, the settings of each organ when it is asked for.
 *
 * @param known paths of organs that will be asked for: their settings are read at once
 */
export async function documentLightRules(
  database: Kysely<Schema>,
  today: CivilDate,
  known: readonly string[] = [],
): Promise<(path: string) => Promise<DocumentLightRules>> {
  const chosen = known.length === 0 ? [] : await chosenSettingsOf(database, known);
  const isKnown = new Set(known);
  const calendarOf = calendarsAt(await loadedCalendars(database, '', { below: true }));
  return async (path) => ({
    calendar: calendarOf(path),
    settings: settingsAt(path, isKnown.has(path) ? chosen : await chosenSettings(database, path)),
    today,
  });
}

/** The last day to publish; `null` for what is not published, and as long as the day it was made is unknown. */
export function deadlineOf(content: DocumentContent, rules: DocumentLightRules): PublicationDeadline | null {
  const { createdOn, disclosureClass, matter, matterDays, shownUntil } = content;
  if (createdOn === null || disclosureClass === 'withheld' || disclosureClass === 'onApplication')
    return null;
  return publicationDeadline(
    matter,
    { createdOn, days: matterDays, shownFrom: shownUntil === null ? null : rules.today },
    { calendar: rules.calendar, rules: publicationRulesFrom(rules.settings) },
  );
}
