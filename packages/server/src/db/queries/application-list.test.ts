import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { pageOf } from '../page.ts';
import { listApplications } from './application-list.ts';
import { registerOrder } from './register-order.ts';
import type { RegisterFilter, RegisterRow } from './register-rows.ts';

let world: World;
let everything: RegisterRow[];

const TODAY = '2026-11-21';
const SOON = '2026-11-27';
const SUBJECTS = ['公路养护资金分配方案', '土地征收补偿协议', '学区划分依据', '公路施工合同'];

beforeAll(async () => {
  world = await createWorld();
  const organs = [world.county, world.county, world.township, world.otherCounty];
  for (let number = 0; number < 48; number += 1) {
    const organ = organs[number % organs.length] ?? world.county;
    const description = `20${20 + (number % 5)}年${SUBJECTS[(number * 7) % SUBJECTS.length] ?? ''}`;
    const { applicationId } = await plantCase(world, organ, {
      form: { ...SAMPLE_FORM, description },
      channel: number % 3 === 0 ? 'fax' : 'counter',
      ...(number % 6 === 5 && { registrationNumber: `旧${number}` }),
    });
    await world.database.server
      .updateTable('application')
      .set({
        entered_at: new Date(Date.UTC(2026, 10, 1 + (number % 9), number % 4)),
        receipt_date: number % 8 === 7 ? null : `2026-10-${String(1 + ((number * 5) % 28)).padStart(2, '0')}`,
        due_on: number % 10 === 9 ? null : `2026-11-${String(10 + ((number * 3) % 20)).padStart(2, '0')}`,
        ...(number % 4 === 1 && {
          result_on: '2026-11-15',
          result_outcome: 'granted.provided',
          // One in three was taken up again: open, with the first result on it.
          status: number % 3 === 1 ? 'processing' : 'closed',
        }),
      })
      .where('application_id', '=', applicationId)
      .execute();
  }
  everything = await pages({}, actorAt('auditor', world.city.path));
});
afterAll(() => world.close());

const actorAt = (role: Role, path: string): Actor => ({
  roles: [role],
  path,
  jurisdiction: path,
  secondFactor: true,
});

/** All pages of five. */
async function pages(filter: RegisterFilter, actor: Actor): Promise<RegisterRow[]> {
  const found: RegisterRow[] = [];
  let cursor: string | null = null;
  do {
    const listing = { ...filter, limit: 5, today: TODAY, soon: SOON, ...(cursor !== null && { cursor }) };
    const rows: RegisterRow[] = await listApplications(
      world.database.server,
      actor,
      'application.read',
      listing,
    );
    const page = pageOf(rows, 5, registerOrder(filter).keyOf, (row) => row);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const isOpen = ({ status }: RegisterRow): boolean => !['delivered', 'closed', 'archived'].includes(status);
const due = (row: RegisterRow): string => row.due_on ?? '9999';
const received = ({ receipt_date }: RegisterRow): string => receipt_date ?? '';
const entered = ({ entered_at }: RegisterRow): string => entered_at.toISOString();

interface Asked {
  readonly name: string;
  readonly filter: RegisterFilter;
  readonly fits: (row: RegisterRow) => boolean;
  /** What does not fall along the list; without it entries do not rise. */
  readonly rises?: (row: RegisterRow) => string;
  readonly falls?: (row: RegisterRow) => string;
}

const ASKED: readonly Asked[] = [
  { name: 'nothing', filter: {}, fits: () => true, falls: entered },
  { name: 'open', filter: { stage: 'open' }, fits: isOpen, rises: due },
  {
    name: 'overdue',
    filter: { stage: 'overdue' },
    fits: (row) => isOpen(row) && due(row) < TODAY,
    rises: due,
  },
  {
    name: 'due soon',
    filter: { stage: 'dueSoon' },
    fits: (row) => isOpen(row) && due(row) >= TODAY && due(row) <= SOON,
    rises: due,
  },
  { name: 'concluded', filter: { stage: 'concluded' }, fits: (row) => !isOpen(row), falls: entered },
  {
    name: 'a status',
    filter: { status: 'closed' },
    fits: ({ status }) => status === 'closed',
    falls: entered,
  },
  { name: 'a channel', filter: { channel: 'fax' }, fits: ({ channel }) => channel === 'fax', falls: entered },
  {
    name: 'days of receipt',
    filter: { receivedFrom: '2026-10-05', receivedTo: '2026-10-20' },
    fits: (row) => received(row) >= '2026-10-05' && received(row) <= '2026-10-20',
    falls: received,
  },
  {
    name: 'a word of two',
    filter: { q: '公路' },
    fits: ({ summary }) => summary.includes('公路'),
    falls: entered,
  },
  {
    name: 'a rare word',
    filter: { q: '2023 合同' },
    fits: ({ summary }) => /^2023.*合同/.test(summary),
    falls: entered,
  },
  {
    name: 'a long word',
    filter: { q: '土地征收补偿' },
    fits: ({ summary }) => summary.includes('土地征收'),
    falls: entered,
  },
  {
    name: 'a word in open cases',
    filter: { q: '公路', stage: 'open' },
    fits: (row) => isOpen(row) && row.summary.includes('公路'),
    rises: due,
  },
  {
    name: 'a number',
    filter: { q: '旧5' },
    fits: ({ registration_number }) => registration_number === '旧5',
  },
  {
    name: 'the beginning of a number',
    filter: { q: '2026000' },
    fits: ({ registration_number }) => registration_number.startsWith('2026000'),
    falls: entered,
  },
  { name: 'what nobody asked', filter: { q: '鿋鿌' }, fits: () => false },
];

const SCOPES: readonly [string, () => WorldOrgan, Role, (row: RegisterRow) => boolean][] = [
  [
    'an officer of the county',
    () => world.county,
    'disclosureOfficer',
    ({ organ_id }) => organ_id === world.county.organId,
  ],
  ['who audits the county', () => world.county, 'auditor', ({ path }) => path.startsWith(world.county.path)],
  ['who audits the city', () => world.city, 'auditor', () => true],
];

describe.each(SCOPES)('the register of %s', (_who, organ, role, reaches) => {
  it.each(ASKED)(
    'finds by $name exactly what fits, in order, page by page',
    async ({ filter, fits, rises, falls }) => {
      const found = await pages(filter, actorAt(role, organ().path));
      const expected = everything.filter((row) => reaches(row) && fits(row));
      const idsOf = (rows: readonly RegisterRow[]) =>
        new Set(rows.map(({ application_id }) => application_id));
      expect(found).toHaveLength(expected.length);
      expect(idsOf(found)).toEqual(idsOf(expected));
      const keys = found.map((row) => (rises ?? falls)?.(row) ?? '');
      const sorted = keys.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
      expect(keys).toEqual(falls === undefined ? sorted : sorted.toReversed());
    },
  );
});

it('there is something to find', () => {
  expect(everything).toHaveLength(48);
});
