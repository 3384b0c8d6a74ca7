import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { type FoundDisclosureOffice, findDisclosureOffice } from '../../db/queries/organ-offices.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { given } from './given.ts';

export interface EditDisclosureOffice extends OrganIds {
  readonly name: string;
  readonly headTitle: string | null;
  readonly address: string | null;
  readonly officeHours: string | null;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly duties: readonly string[];
}

const officeRow = (office: Omit<EditDisclosureOffice, keyof OrganIds>) => ({
  name: office.name,
  head_title: given(office.headTitle),
  address: given(office.address),
  office_hours: given(office.officeHours),
  phone: given(office.phone),
  fax: given(office.fax),
  email: given(office.email),
  website: given(office.website),
  duties: [...office.duties],
});

/** @returns whether the entry was still of the expected version; one that nobody entered yet counts as version 1 */
async function saveOffice(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  office: ReturnType<typeof officeRow>,
  expectedVersion: number,
): Promise<boolean> {
  const row = { ...office, version: expectedVersion + 1 };
  const saved = await transaction
    .insertInto('disclosure_office')
    .values({ region_id: regionId, organ_id: organId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'organ_id'])
        .doUpdateSet(row)
        .where('disclosure_office.version', '=', expectedVersion),
    )
    .returning('version')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Enters or changes an organ's disclosure office (条例4, 12). */
export async function editDisclosureOffice(
  { change, reaches, expectedVersion }: ChangeContext,
  command: EditDisclosureOffice,
): Promise<Result<FoundDisclosureOffice, Rejection>> {
  const { regionId, organId } = command;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) {
      return err({
        code: 'state-refuses',
        detail: '村（居）民委员会不是行政机关，没有政府信息公开工作机构。',
      });
    }
    const before = await findDisclosureOffice(transaction, command);
    const after = officeRow(command);
    if (
      before.version !== expectedVersion ||
      !(await saveOffice(transaction, command, after, expectedVersion))
    ) {
      // Read again: another save may have come between the first look and this one.
      return err({ code: 'stale', current: await findDisclosureOffice(transaction, command) });
    }
    await announcePublication(transaction);
    return ok({
      value: { version: expectedVersion + 1, office: after },
      subject: `disclosureOffice/${organId}`,
      organPath: organ.path,
      details: { ...(before.office !== null && { before: before.office }), after },
    });
  });
}
