import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { announcePublication } from '../../db/published-channel.ts';
import { type FoundDisclosureOffice, findDisclosureOffice } from '../../db/queries/organ-offices.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
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

/** Enters or changes an organ's disclosure office (条例4, 12). */
export async function editDisclosureOffice(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, organId, ...office }: EditDisclosureOffice,
): Promise<Result<FoundDisclosureOffice, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) {
      return err({
        code: 'state-refuses',
        detail: '村（居）民委员会不是行政机关，没有政府信息公开工作机构。',
      });
    }
    const before = await findDisclosureOffice(transaction, { regionId, organId });
    const row = { ...officeRow(office), version: expectedVersion + 1 };
    const saved =
      expectedVersion === 1
        ? await transaction
            .insertInto('disclosure_office')
            .values({ region_id: regionId, organ_id: organId, ...row })
            .onConflict((conflict) => conflict.columns(['region_id', 'organ_id']).doNothing())
            .returning('version')
            .executeTakeFirst()
        : await transaction
            .updateTable('disclosure_office')
            .set(row)
            .where('region_id', '=', regionId)
            .where('organ_id', '=', organId)
            .where('version', '=', expectedVersion)
            .returning('version')
            .executeTakeFirst();
    if (saved === undefined) {
      // Read again: another save may have come between the first look and this one.
      return err({
        code: 'stale',
        current: await findDisclosureOffice(transaction, { regionId, organId }),
      });
    }
    await announcePublication(transaction);
    const { version, ...after } = row;
    return ok({
      value: { version, office: after },
      subject: `disclosureOffice/${organId}`,
      organPath: organ.path,
      details: { ...(before.office !== null && { before: before.office }), after },
    });
  });
}
