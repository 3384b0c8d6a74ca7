import { applicationIntakeRoutes } from '@zhaoshi/contract/routes/application-intake';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.county, 'disclosureOfficer');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const NO_DATES = { isMisaddressed: false, sentOn: null, arrivedOn: null, confirmedOn: null } as const;

async function preview(facts: object) {
  const { body } = await world.call(
    applicationIntakeRoutes.previewReceipt,
    { params: idsOf(world.county), body: { channel: 'counter', ...NO_DATES, ...facts } as never },
    officer,
  );
  return body;
}

describe('what dates would make of an application', () => {
  it.each([
    ['counter', { arrivedOn: '2026-11-20' }, '2026-11-20', '2026-12-18'],
    // 条例31(2): the organ's signature; the day it was sent is another.
    ['registeredMail', { sentOn: '2026-11-10', arrivedOn: '2026-11-13' }, '2026-11-13', '2026-12-11'],
    ['ordinaryMail', { arrivedOn: '2026-11-13' }, null, null],
    ['ordinaryMail', { arrivedOn: '2026-11-13', confirmedOn: '2026-11-16' }, '2026-11-16', '2026-12-14'],
    ['fax', { arrivedOn: '2026-11-13', confirmedOn: '2026-11-16' }, '2026-11-16', '2026-12-14'],
  ])('%s %o: received on %s, due on %s, as registering then says', async (channel, dates, received, due) => {
    const shown = await preview({ channel, ...dates });
    expect(shown).toMatchObject({ receiptDate: received, faults: [] });
    expect(shown['due']).toEqual(due === null ? null : expect.objectContaining({ date: due }));
    const registered = await world.call(
      applicationRoutes.register,
      {
        params: idsOf(world.county),
        body: { channel, ...NO_DATES, ...dates, summary: null, form: SAMPLE_FORM, fileIds: [] } as never,
      },
      officer,
    );
    const { regionId, applicationId } = registered.body as unknown as Readonly<Record<string, string>>;
    const params = { regionId: regionId ?? '', applicationId: applicationId ?? '' };
    const { body } = await world.call(applicationRoutes.read, { params }, officer);
    expect(body).toMatchObject({ receiptDate: received, dueOn: due });
  });

  it('says by when to confirm, and what of the dates cannot be', async () => {
    expect(await preview({ channel: 'ordinaryMail', arrivedOn: '2026-11-20' })).toMatchObject({
      awaitsConfirmation: true,
      confirmBy: '2026-11-20',
    });
    expect(await preview({ channel: 'email', arrivedOn: '2026-11-20' })).toMatchObject({
      confirmBy: '2026-11-23',
    });
    const { faults } = await preview({ arrivedOn: '2026-11-23' });
    expect(faults).toEqual([
      { field: 'arrivedOn', message: '提交日期（2026-11-23）不能晚于今天（2026-11-21）。' },
    ]);
  });
});

describe('an applicant who has been there before', () => {
  const find = async (organ: WorldOrgan, body: object, cookie = officer) =>
    await world.call(
      applicationIntakeRoutes.findApplicant,
      { params: idsOf(organ), body: { name: null, identityNumber: null, phone: null, ...body } },
      cookie,
    );

  it('is found by the number, or by name and phone together; the answer names nobody', async () => {
    const { name, identityNumber, phone } = SAMPLE_FORM.applicant;
    const clerk = await world.signedIn(world.township, 'drafter');
    const { registrationNumber } = await plantCase(world, world.township);
    const byNumber = await find(world.township, { identityNumber }, clerk);
    expect(byNumber.body).toMatchObject({
      matches: [{ name: '赵***', by: 'identity', last: { registrationNumber } }],
    });
    const byPhone = await find(world.township, { name, phone }, clerk);
    expect(byPhone.body).toMatchObject({ matches: [{ by: 'phone' }] });
    for (const answer of [byNumber, byPhone]) {
      for (const secret of [name, identityNumber, phone]) {
        expect(JSON.stringify(answer.body)).not.toContain(secret);
      }
    }
  });

  it('is not found by a name or a phone alone, nor in another organ', async () => {
    const { name, identityNumber, phone } = SAMPLE_FORM.applicant;
    expect((await find(world.county, { name })).body).toEqual({ matches: [] });
    expect((await find(world.county, { phone })).body).toEqual({ matches: [] });
    const other = await world.signedIn(world.otherCounty, 'disclosureOfficer');
    expect((await find(world.otherCounty, { identityNumber }, other)).body).toEqual({ matches: [] });
    expect((await find(world.county, { identityNumber }, other)).status).toBe(404);
  });
});
