import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { announcePublication } from '../../db/published-channel.ts';
import {
  type ContactRow,
  findOrganWithContact,
  type OrganIds,
  type OrganWithContact,
} from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { given } from './given.ts';

export interface Contact {
  readonly address: string | null;
  readonly postcode: string | null;
  readonly officeHours: string | null;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly responsiblePerson: string | null;
}

export interface EditOrgan extends OrganIds {
  readonly name: string;
  readonly contact: Contact;
}

const contactRow = (contact: Contact): ContactRow => ({
  address: given(contact.address),
  postcode: given(contact.postcode),
  office_hours: given(contact.officeHours),
  phone: given(contact.phone),
  fax: given(contact.fax),
  email: given(contact.email),
  website: given(contact.website),
  responsible_person: given(contact.responsiblePerson),
});

/** What the trail keeps; the responsible person's name only as a commitment. */
const traceOf = ({ organ, contact }: OrganWithContact) => {
  const { responsible_person: _person, ...office } = contact;
  return { name: organ.name, ...office };
};

/** Changes what an organ says of itself: its name and its contact data (条例20(2)). */
export async function editOrgan(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, organId, name, contact }: EditOrgan,
): Promise<Result<OrganWithContact, Rejection>> {
  return await change(async (transaction) => {
    const before = await findOrganWithContact(transaction, { regionId, organId });
    if (before === undefined || !reaches(before.organ.path)) return err({ code: 'not-found' });
    const saved = await transaction
      .updateTable('organ')
      .set({ name, version: expectedVersion + 1 })
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .where('version', '=', expectedVersion)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) {
      // Read again: the other save may have come between the first look and this one.
      return err({ code: 'stale', current: await findOrganWithContact(transaction, { regionId, organId }) });
    }
    const row = contactRow(contact);
    await transaction
      .insertInto('organ_contact')
      .values({ region_id: regionId, organ_id: organId, ...row })
      .onConflict((conflict) => conflict.columns(['region_id', 'organ_id']).doUpdateSet(row))
      .execute();
    await announcePublication(transaction);
    const after = { organ: { ...before.organ, name, version: expectedVersion + 1 }, contact: row };
    return ok({
      value: after,
      subject: `organ/${organId}`,
      organPath: before.organ.path,
      details: { before: traceOf(before), after: traceOf(after) },
      personal: {
        responsiblePersonBefore: before.contact.responsible_person ?? '',
        responsiblePersonAfter: row.responsible_person ?? '',
      },
    });
  });
}
