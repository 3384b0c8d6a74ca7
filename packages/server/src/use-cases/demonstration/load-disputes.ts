import { maskName } from '@zhaoshi/domain/application/masks';
import { spanOf } from '@zhaoshi/domain/dispute/standing';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql, type Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { sealDispute } from '../disputes/dispute-seal.ts';
import { plainFacts, stageColumns } from '../disputes/keep-dispute.ts';
import { type DisputeStory, disputeStories } from './dispute-stories.ts';
import { type Places, placeOf } from './load-tree.ts';

interface Loading {
  readonly transaction: Transaction<Schema>;
  readonly at: Date;
  readonly newId: () => string;
  readonly secretBox: SecretBox;
}

/** An application of the organ that was refused; `null`: none is. */
async function refusedApplication(
  { transaction }: Loading,
  { region_id, organ_id }: OrganRow,
): Promise<string | null> {
  const found = await transaction
    .selectFrom('application')
    .select('application_id')
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where(sql<boolean>`result_outcome like 'refused.%'`)
    .orderBy('result_on')
    .orderBy('application_id')
    .limit(1)
    .executeTakeFirst();
  return found?.application_id ?? null;
}

async function loadDispute(loading: Loading, organ: OrganRow, given: DisputeStory): Promise<void> {
  const { transaction, at, newId, secretBox } = loading;
  const { region_id, organ_id, path } = organ;
  const dispute_id = newId();
  const { officers } = await organDesk(transaction, { regionId: region_id, organId: organ_id, path });
  const clerk = officers.find(({ roles }) => roles.includes('disclosureOfficer'));
  if (clerk === undefined) throw new Error('no officer in the demonstration');
  const { kind, role, act, actOn, party, stages, isOfRefusal } = given;
  const { openedOn, settledOn } = spanOf(stages);
  const key = { region_id, dispute_id, organ_id };
  await transaction
    .insertInto('dispute')
    .values({
      ...key,
      kind,
      role,
      act,
      act_on: actOn,
      application_id: isOfRefusal ? await refusedApplication(loading, organ) : null,
      preceding_id: null,
      masked_party: maskName(party, true),
      sealed: sealDispute(secretBox, dispute_id, { party, isPerson: true, note: '' }),
      opened_on: openedOn,
      settled_on: settledOn,
      entered_at: at,
      removed_at: null,
    })
    .execute();
  await transaction
    .insertInto('dispute_stage')
    .values(stages.map((one, index) => ({ ...key, sequence: index + 1, ...stageColumns(one) })))
    .execute();
  await transaction
    .insertInto('dispute_event')
    .values({
      region_id,
      dispute_id,
      sequence: 1,
      type: 'enter',
      data: JSON.stringify({ after: plainFacts(given) }),
      reason: '',
      recorded_by: clerk.accountId,
      recorded_at: at,
    })
    .execute();
}

/**
 * Writes the invented reconsiderations and suits.
 *
 * @returns how many there are
 */
export async function loadDisputes(loading: Loading, places: Places): Promise<number> {
  const stories = disputeStories(civilDateAt(loading.at));
  for (const story of stories) await loadDispute(loading, placeOf(places, story.organ), story);
  return stories.length;
}
