import { randomUUID } from 'node:crypto';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../../../domain/test/sample-letter.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import type { Schema } from '../../db/schema.ts';
import { takeNumber } from './letter-number.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const row = () => ({ region_id: world.county.regionId, organ_id: world.county.organId });
const rules = { settings: settingsAt('/', []) };
const TYPED = '示府公复〔2026〕特1号';

const take = async (transaction: Transaction<Schema>) =>
  await takeNumber(
    transaction,
    { row: row(), rules },
    { typed: TYPED, numberKey: 'letter.documentNumber', on: day('2026-11-20') },
  );

it('two who type the same number at once: the second waits, and then it is taken', async () => {
  const { applicationId } = await plantCase(world, world.county);
  const { server } = world.database;
  let second: Promise<Awaited<ReturnType<typeof take>>> | undefined;
  const order: string[] = [];
  await server.transaction().execute(async (transaction) => {
    expect(await take(transaction)).toEqual({ ok: true, value: TYPED });
    second = server.transaction().execute(async (other) => {
      const taken = await take(other);
      order.push('second');
      return taken;
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    await transaction
      .insertInto('letter')
      .values({
        ...row(),
        letter_id: randomUUID(),
        application_id: applicationId,
        kind: 'extensionNotice',
        template_version: 1,
        document_number: TYPED,
        issued_on: '2026-11-20',
        sealed: '',
        delivered_on: null,
        delivery_way: null,
        is_for_applicant: true,
      })
      .execute();
    order.push('first');
  });
  expect(await second).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(order).toEqual(['first', 'second']);
});
