import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { endedMonths, yearsAskedFor } from '@zhaoshi/domain/statistics/statistic-months';
import type { Transaction } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { type Places, placeOf } from './load-tree.ts';
import { recordStories, STATISTIC_STORIES, type StatisticStory } from './statistic-stories.ts';

interface Loading {
  readonly transaction: Transaction<Schema>;
  readonly at: Date;
  readonly newId: () => string;
}

/** Who enters the figures of an organ, and who signs them off. */
interface Desk {
  readonly clerk: string;
  readonly signer: string;
}

async function deskOf(
  { transaction }: Loading,
  { region_id: regionId, organ_id: organId, path }: OrganRow,
): Promise<Desk> {
  const { officers } = await organDesk(transaction, { regionId, organId, path });
  const first = (role: Role): string => {
    const found = officers.find(({ roles }) => roles.includes(role));
    if (found === undefined) throw new Error(`no ${role} in the demonstration`);
    return found.accountId;
  };
  return { clerk: first('drafter'), signer: first('leader') };
}

interface Version {
  readonly figure: number;
  readonly reason: string;
  readonly isSigned: boolean;
}

/** What was entered for a month, one after the other; the last month of all is not signed off yet. */
function versionsOf(
  { figures, corrected }: StatisticStory,
  month: number,
  isLast: boolean,
): readonly Version[] {
  const first = { figure: figures[(month - 1) % figures.length] ?? 0, reason: '', isSigned: !isLast };
  return corrected?.month === month
    ? [first, { figure: corrected.figure, reason: corrected.reason, isSigned: !isLast }]
    : [first];
}

async function loadMonth(
  { transaction, at, newId }: Loading,
  organ: OrganRow,
  desk: Desk,
  story: StatisticStory,
  place: { readonly year: number; readonly month: number; readonly isLast: boolean },
): Promise<void> {
  const { unit, kind, source } = story;
  const { year, month, isLast } = place;
  const { region_id, organ_id } = organ;
  const entry_id = newId();
  await transaction
    .insertInto('statistic_entry')
    .values({ region_id, entry_id, organ_id, kind, year, month, unit })
    .execute();
  await transaction
    .insertInto('statistic_version')
    .values(
      versionsOf(story, month, isLast).map(({ figure, reason, isSigned }, index) => ({
        region_id,
        entry_id,
        version: index + 1,
        figure,
        source,
        reason,
        entered_by: desk.clerk,
        entered_at: new Date(at.getTime() - DAY_MS),
        signed_by: isSigned ? desk.signer : null,
        signed_at: isSigned ? at : null,
      })),
    )
    .execute();
}

async function loadRecords(loading: Loading, places: Places, year: number): Promise<number> {
  const stories = recordStories(year);
  for (const { organ: name, title, documentNumber, dateOfDocument, validFrom, validTo, end } of stories) {
    const organ = placeOf(places, name);
    const { clerk } = await deskOf(loading, organ);
    await loading.transaction
      .insertInto('normative_record')
      .values({
        region_id: organ.region_id,
        record_id: loading.newId(),
        organ_id: organ.organ_id,
        kind: 'normativeDocument',
        title,
        document_number: documentNumber,
        date_of_document: dateOfDocument,
        valid_from: validFrom,
        valid_to: validTo,
        end_kind: end?.kind ?? null,
        ended_on: end?.on ?? null,
        end_ground: end?.ground ?? '',
        recorded_by: clerk,
        recorded_at: loading.at,
        removed_at: null,
      })
      .execute();
  }
  return stories.length;
}

/**
 * Writes the invented figures of the year that is asked for now, up to the last month that has ended, and the documents of
 * before the platform.
 *
 * @returns how many figures and records there are
 */
export async function loadStatistics(loading: Loading, places: Places): Promise<number> {
  const today = civilDateAt(loading.at);
  const year = yearsAskedFor(today)[0] ?? yearOf(today);
  const months = endedMonths(year, today);
  let count = 0;
  for (const story of STATISTIC_STORIES) {
    const organ = placeOf(places, story.organ);
    const desk = await deskOf(loading, organ);
    for (const month of months.filter((one) => one !== story.missing)) {
      await loadMonth(loading, organ, desk, story, { year, month, isLast: month === months.at(-1) });
      count += 1;
    }
  }
  return count + (await loadRecords(loading, places, yearOf(today)));
}
