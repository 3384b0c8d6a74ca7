import { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { closeOrgan, plantOrgan } from '../../../test/organ-samples.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const day = (text: string) => text as CivilDate;
const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const RECEIVED = { arrivedOn: day('2025-12-30'), receiptDate: day('2025-12-30') };

/** A department that ended in the year, with an open case, and those who took over. */
async function ended(heirs: number, matters: string | null = null) {
  const { county } = world;
  const old = await plantOrgan(world, county, 'department');
  const took: WorldOrgan[] = [];
  for (let count = 0; count < heirs; count += 1) took.push(await plantOrgan(world, county, 'department'));
  const { applicationId } = await plantCase(world, old, RECEIVED);
  await closeOrgan(
    world,
    old,
    '2026-03-01',
    took.map((heir) => [heir, matters]),
  );
  return { old, took, applicationId };
}

const organsOf = async (cookie: string): Promise<readonly string[]> => {
  const { body } = await world.call(sessionRoutes.read, {}, cookie);
  return (body['organs'] as unknown as readonly { readonly organId: string }[]).map(({ organId }) => organId);
};

const switchTo = async (organ: WorldOrgan, cookie: string) =>
  (await world.call(sessionRoutes.switchOrgan, { body: idsOf(organ) }, cookie)).status;

const correct = async ({ regionId }: WorldOrgan, applicationId: string, cookie: string) => {
  const body = { act: { type: 'correctReceipt', on: '2025-12-29' }, texts: { reason: '邮戳看错了。' } };
  const request = { params: { regionId, applicationId }, body: body as never };
  return await world.call(applicationRoutes.act, request, cookie, { 'if-match': '"1"' });
};

describe('what an ended organ left open', () => {
  it('is finished by those who exercise its powers now, with their own roles, and by nobody else', async () => {
    const { county } = world;
    const before = await plantOrgan(world, county, 'department');
    const stayed = await world.signedIn(before, 'disclosureOfficer');
    expect(await organsOf(stayed)).toEqual([before.organId]);

    const { old, took, applicationId } = await ended(1);
    const [heir = old] = took;
    const gone = await world.signedIn(old, 'disclosureOfficer');
    const officer = await world.signedIn(heir, 'disclosureOfficer');
    const drafter = await world.signedIn(heir, 'auditor');
    expect(await organsOf(gone)).toEqual([]);
    expect(await organsOf(officer)).toEqual([heir.organId, old.organId]);

    // Not beside their own work: they say for which of the two they act.
    expect((await correct(old, applicationId, officer)).status).toBe(404);
    expect(await switchTo(old, officer)).toBe(200);
    const acting = await world.call(sessionRoutes.read, {}, officer);
    expect(acting.body['organ']).toMatchObject({ organId: old.organId, roles: ['disclosureOfficer'] });
    const done = await correct(old, applicationId, officer);
    expect([done.status, done.body['detail'] ?? '']).toEqual([200, '']);
    expect(await switchTo(old, drafter)).toBe(200);
    expect((await correct(old, applicationId, drafter)).status).toBe(403);
    expect(await switchTo(old, stayed)).toBe(404);
    expect(await switchTo(old, gone)).toBe(404);
  });

  it('is told to them, and may be given to one of them', async () => {
    const { old, took } = await ended(1);
    const [heir = old] = took;
    const accountId = await world.newPerson(heir, ['disclosureOfficer', 'disclosureOfficeHead']);
    const desk = await organDesk(world.database.server, old);
    expect(desk.officers.map((one) => one.accountId)).toContain(accountId);
    const cookie = await world.sessionOf(accountId);
    await switchTo(old, cookie);
    const { body } = await world.call(applicationAssignmentRoutes.officers, { params: idsOf(old) }, cookie);
    expect(JSON.stringify(body)).toContain(accountId);
  });

  it('goes to one of several heirs, from one heir to the next, and without any to the government’s office', async () => {
    const parts = await ended(2, '行政审批');
    const each = await Promise.all(
      parts.took.map(async (heir) =>
        (await organsOf(await world.signedIn(heir, 'disclosureOfficer'))).includes(parts.old.organId),
      ),
    );
    expect(each.filter((acts) => acts)).toHaveLength(1);

    const first = await ended(1);
    const [middle = first.old] = first.took;
    const last = await plantOrgan(world, world.city, 'department');
    await closeOrgan(world, middle, '2026-06-01', [[last, null]]);
    const heirs = await organsOf(await world.signedIn(last, 'disclosureOfficer'));
    expect(new Set(heirs)).toEqual(new Set([last.organId, middle.organId, first.old.organId]));
    expect(heirs[0]).toBe(last.organId);

    const orphan = await ended(0);
    const ofOffice = await organsOf(await world.signedIn(world.office, 'disclosureOfficer'));
    expect(ofOffice).toContain(orphan.old.organId);
    expect(ofOffice).not.toContain(first.old.organId);
  });

  it('stays with the organ until its last day is over', async () => {
    const old = await plantOrgan(world, world.county, 'department');
    const heir = await plantOrgan(world, world.county, 'department');
    await closeOrgan(world, old, '2999-01-01', [[heir, null]]);
    expect(await organsOf(await world.signedIn(heir, 'disclosureOfficer'))).toEqual([heir.organId]);
    expect(await organsOf(await world.signedIn(old, 'disclosureOfficer'))).toEqual([old.organId]);
  });
});
