import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantPublished } from '../../../test/document-desk.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';
import { STATISTIC_YEAR, sentRecord } from '../../../test/statistics-samples.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const query = { year: STATISTIC_YEAR };

interface Entry {
  readonly entryId: string;
  readonly state: string;
  readonly counted: number | null;
  readonly hindrances: readonly string[];
  readonly returnHindrances: readonly string[];
  readonly latest: {
    readonly version: number;
    readonly figure: number | null;
    readonly returnReason: string;
  };
}

/** The people of an organ and what they do with its figures. */
async function statisticsDesk(organ: WorldOrgan) {
  const params = idsOf(organ);
  const [clerk, head, leader] = [
    await world.signedIn(organ, 'drafter'),
    await world.signedIn(organ, 'unitHead'),
    await world.signedIn(organ, 'leader'),
  ];
  const enter = (given: object, cookie = clerk) => {
    const usual = {
      kind: 'penalties',
      month: 1,
      unit: '',
      figure: 10,
      source: '台账',
      reason: '',
      basedOn: null,
    };
    const body = { year: STATISTIC_YEAR, figures: [{ ...usual, ...given }] };
    return world.call(statisticsRoutes.enter, { params, body: body as never }, cookie);
  };
  const read = async (cookie = head) =>
    (await world.call(statisticsRoutes.ofYear, { params, query }, cookie)).body;
  const entries = async (cookie = head): Promise<readonly Entry[]> =>
    (await read(cookie))['entries'] as unknown as readonly Entry[];
  const signOff = (figures: readonly { entryId: string; version: number }[], cookie = head) =>
    world.call(
      statisticsRoutes.signOff,
      { params, body: { year: STATISTIC_YEAR, figures: [...figures] } },
      cookie,
    );
  const sendBack = (figures: readonly { entryId: string; version: number }[], cookie = head) => {
    const body = { year: STATISTIC_YEAR, figures: [...figures], reason: '与行政处罚台账不符' };
    return world.call(statisticsRoutes.return, { params, body }, cookie);
  };
  const cells = async () => {
    const { body } = await world.call(statisticsRoutes.tableTwo, { params, query }, head);
    return new Map(
      (
        body['cells'] as unknown as {
          cell: string;
          value: number | null;
          documents: unknown[];
          entries: unknown[];
        }[]
      ).map((cell) => [cell.cell, cell]),
    );
  };
  return { params, clerk, head, leader, enter, read, entries, signOff, sendBack, cells };
}

const one = (entries: readonly Entry[]): Entry => {
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('figures of table two', () => {
  it('count once a second person has signed them off, and a correction only when it is signed off too', async () => {
    const desk = await statisticsDesk(world.county);
    expect((await desk.enter({})).status).toBe(200);
    expect((await desk.cells()).get('t2.penalties/decisions')?.value).toBeNull();
    const drafted = one(await desk.entries());
    expect([drafted.state, drafted.hindrances]).toEqual(['draft', []]);
    expect((await desk.signOff([{ entryId: drafted.entryId, version: 1 }])).status).toBe(200);
    expect((await desk.cells()).get('t2.penalties/decisions')?.value).toBe(10);

    expect((await desk.enter({ figure: 12, reason: '漏统计两件', basedOn: 1 })).status).toBe(200);
    expect(one(await desk.entries())).toMatchObject({
      state: 'correcting',
      counted: 10,
      latest: { figure: 12 },
    });
    expect((await desk.cells()).get('t2.penalties/decisions')?.value).toBe(10);
    expect((await desk.signOff([{ entryId: drafted.entryId, version: 2 }], desk.leader)).status).toBe(200);
    expect((await desk.cells()).get('t2.penalties/decisions')).toMatchObject({
      value: 12,
      entries: [{ entryId: drafted.entryId }],
    });

    const params = { regionId: desk.params.regionId, entryId: drafted.entryId };
    const { body } = await world.call(statisticsRoutes.history, { params }, desk.head);
    expect(body['versions']).toMatchObject([
      { version: 2, figure: 12, reason: '漏统计两件' },
      { version: 1, figure: 10 },
    ]);
  });

  it('are never signed off by whoever entered them', async () => {
    const desk = await statisticsDesk(world.township);
    await desk.enter({ kind: 'coercion' }, desk.head);
    const entry = one(await desk.entries());
    expect(entry.hindrances).toEqual(['2026年1月行政强制是您本人填报的，须由另一人签核。']);
    const refused = await desk.signOff([{ entryId: entry.entryId, version: 1 }]);
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      '2026年1月行政强制是您本人填报的，须由另一人签核。没有签核任何数字，请去掉这些以后再签核。',
    ]);
    expect(one(await desk.entries()).state).toBe('draft');
    expect(one(await desk.entries(desk.leader)).hindrances).toEqual([]);
  });

  it('cannot be changed or signed by their own hand even in the database', async () => {
    const { server } = world.database;
    const version = server.updateTable('statistic_version');
    await expect(version.set({ signed_by: null, signed_at: null }).execute()).rejects.toThrow(
      /never changed/,
    );
    await expect(
      version
        .set((row) => ({ signed_by: row.ref('entered_by'), signed_at: world.database.context.now() }))
        .where('signed_by', 'is', null)
        .execute(),
    ).rejects.toThrow(/check constraint/);
    await expect(server.updateTable('statistic_version').set({ figure: 1 }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(server.deleteFrom('statistic_version').execute()).rejects.toThrow(/permission denied/);
  });

  it('of a year name the months that lack them, and what others entered meanwhile is not written over', async () => {
    const desk = await statisticsDesk(world.city);
    await desk.enter({ kind: 'fees', month: 1, figure: 123_456 });
    await desk.enter({ kind: 'fees', month: 3, figure: 0 });
    const totals = (await desk.read())['totals'] as unknown as readonly { kind: string }[];
    expect(totals.find(({ kind }) => kind === 'fees')).toEqual({
      kind: 'fees',
      total: null,
      awaiting: 2,
      returned: 0,
      missing: [{ unit: '', months: [2, 4, 5, 6, 7, 8, 9, 10] }],
      isComplete: false,
    });
    const stale = await desk.enter({ kind: 'fees', month: 1, figure: 1 });
    expect([stale.status, stale.body['detail']]).toEqual([
      409,
      '2026年1月行政事业性收费刚被别人填报或者更正过，没有保存任何数字。请刷新后核对再填。',
    ]);
    const ahead = await desk.enter({ month: 12 });
    expect(ahead.body['errors']).toEqual([
      { pointer: '/figures/0/figure', message: '2026年12月行政处罚：这个月还没有到，不能填报。' },
    ]);
  });

  it('fees stand in table two in 万元 to the 分', async () => {
    const desk = await statisticsDesk(world.otherCounty);
    await desk.enter({ kind: 'fees', month: 1, figure: 123_456_789 });
    await desk.signOff([{ entryId: one(await desk.entries()).entryId, version: 1 }]);
    expect((await desk.cells()).get('t2.fees/amountWan')?.value).toBe(123.456789);
  });
});

describe('figures that are sent back', () => {
  it('wait for whoever entered them with the reason, count nowhere, and keep it in their history', async () => {
    const desk = await statisticsDesk(await plantOrgan(world, world.county, 'department'));
    await desk.enter({});
    const { entryId } = one(await desk.entries());
    await desk.signOff([{ entryId, version: 1 }]);
    await desk.enter({ figure: 12, reason: '漏统计两件', basedOn: 1 });
    const back = await desk.sendBack([{ entryId, version: 2 }]);
    expect([back.status, back.body]).toEqual([200, { returned: 1 }]);
    expect(one(await desk.entries())).toMatchObject({
      state: 'returned',
      counted: 10,
      latest: { version: 2, returnReason: '与行政处罚台账不符' },
      hindrances: ['2026年1月行政处罚已经退回，等填报人修改后再签核。'],
      returnHindrances: ['2026年1月行政处罚已经退回，等填报人修改。'],
    });
    expect((await desk.signOff([{ entryId, version: 2 }])).status).toBe(409);
    expect((await desk.enter({ figure: 11, reason: '漏统计一件', basedOn: 2 })).status).toBe(200);
    expect((await desk.signOff([{ entryId, version: 3 }])).status).toBe(200);
    expect((await desk.cells()).get('t2.penalties/decisions')?.value).toBe(11);
    const params = { regionId: desk.params.regionId, entryId };
    const { body } = await world.call(statisticsRoutes.history, { params }, desk.head);
    expect(body['versions']).toMatchObject([
      { version: 3, returnedBy: null, returnReason: '' },
      { version: 2, signedBy: null, returnedBy: expect.any(String), returnReason: '与行政处罚台账不符' },
      { version: 1, returnedBy: null },
    ]);
  });

  it('are not sent back by whoever entered them, nor without a reason', async () => {
    const desk = await statisticsDesk(await plantOrgan(world, world.county, 'department'));
    await desk.enter({}, desk.head);
    const { entryId, returnHindrances } = one(await desk.entries());
    expect(returnHindrances).toEqual(['2026年1月行政处罚是您本人填报的，直接修改即可，不用退回。']);
    const own = await desk.sendBack([{ entryId, version: 1 }]);
    expect([own.status, own.body['detail']]).toEqual([
      409,
      '2026年1月行政处罚是您本人填报的，直接修改即可，不用退回。没有退回任何数字，请去掉这些以后再退回。',
    ]);
    const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 1 }], reason: ' ' };
    const silent = await world.call(statisticsRoutes.return, { params: desk.params, body }, desk.leader);
    expect(silent.body['errors']).toEqual([{ pointer: '/reason', message: '请写明退回理由' }]);
    const clerk = await desk.sendBack([{ entryId, version: 1 }], desk.clerk);
    expect(clerk.status).toBe(403);
  });
});

describe('what waits', () => {
  it('is told of to whoever may see to it: months to whoever enters, figures to whoever may sign them', async () => {
    const desk = await statisticsDesk(await plantOrgan(world, world.county, 'department'));
    const waiting = async (cookie: string) => {
      const { body } = await world.call(deskRoutes.todo, {}, cookie);
      const items = body['items'] as unknown as readonly {
        kind: string;
        title: string;
        dueOn: string | null;
      }[];
      return items
        .filter(({ kind }) => kind.startsWith('statistics'))
        .map(({ title, dueOn }) => [title, dueOn]);
    };
    expect(await waiting(desk.clerk)).toEqual([]);
    await desk.enter({});
    expect(await waiting(desk.clerk)).toEqual([['填报 39 个月度统计数字', '2027-01-31']]);
    expect(await waiting(desk.leader)).toEqual([['签核 1 个统计数字', null]]);
    await desk.enter({ month: 11 });
    expect(await waiting(desk.leader)).toEqual([['签核 1 个统计数字', null]]);
    const entry = one(await desk.entries());
    await desk.sendBack([{ entryId: entry.entryId, version: 1 }], desk.leader);
    expect(await waiting(desk.leader)).toEqual([]);
    expect(await waiting(desk.clerk)).toEqual([
      ['填报 39 个月度统计数字', '2027-01-31'],
      ['修改被退回的 1 个统计数字', null],
    ]);
    await desk.enter({ figure: 9, basedOn: 1 });
    expect(await waiting(desk.clerk)).toEqual([['填报 39 个月度统计数字', '2027-01-31']]);
    expect(await waiting(desk.leader)).toEqual([['签核 1 个统计数字', null]]);
  });
});

describe('the register of normative documents', () => {
  const listed = async (organ: WorldOrgan, on: string) => {
    const cookie = await world.signedIn(organ, 'disclosureOfficer');
    const { body } = await world.call(
      statisticsNormativeRoutes.list,
      { params: idsOf(organ), query: { on } },
      cookie,
    );
    return body as unknown as {
      readonly items: readonly {
        title: string;
        validity: string;
        because: string;
        countsAs: readonly string[];
      }[];
      readonly counts: readonly { row: string; column: string; count: number }[];
    };
  };

  it('holds what was published and what was recorded, and a published document ends a recorded one', async () => {
    const cookie = await world.signedIn(world.county, 'disclosureOfficer');
    const body = { ...sentRecord(), documentNumber: '示政规〔2016〕7号', title: '示范县旧办法' };
    const kept = await world.call(
      statisticsNormativeRoutes.register,
      { params: idsOf(world.county), body },
      cookie,
    );
    expect(kept.status).toBe(200);
    await plantPublished(world, world.county, {
      kind: 'normativeDocument',
      title: '示范县新办法',
      documentNumber: '示政规〔2026〕1号',
      dateOfDocument: '2026-11-02' as CivilDate,
      validFrom: '2026-11-10' as CivilDate,
      issuingOrgan: '示范县人民政府',
      catalogCode: 'a20.01',
      relations: [
        { relation: 'repeals', documentId: null, documentNumber: '示政规[2016]7号', title: '示范县旧办法' },
      ],
    });
    const before = await listed(world.county, '2026-11-09');
    expect(before.items.map(({ title, validity }) => [title, validity])).toEqual([
      ['示范县新办法', 'notYet'],
      ['示范县旧办法', 'inForce'],
    ]);
    const after = await listed(world.county, '2026-11-21');
    expect(after.items).toMatchObject([
      { title: '示范县新办法', validity: 'inForce', countsAs: ['made', 'inForce'] },
      {
        title: '示范县旧办法',
        validity: 'repealed',
        because: '已被废止：《示范县新办法》（示政规〔2026〕1号）',
        countsAs: ['repealed'],
      },
    ]);
    const desk = await statisticsDesk(world.county);
    const cells = await desk.cells();
    for (const column of ['made', 'repealed', 'inForce']) {
      expect(cells.get(`t2.normativeDocument/${column}`)).toMatchObject({ value: 1, documents: [{}] });
    }
  });

  it('takes a document once, says what is wrong with its days, and lets a mistake be taken out', async () => {
    const organ = world.township;
    const cookie = await world.signedIn(organ, 'disclosureOfficer');
    const register = (body: object) =>
      world.call(statisticsNormativeRoutes.register, { params: idsOf(organ), body: body as never }, cookie);
    const first = { ...sentRecord(), documentNumber: '示镇发〔2016〕2号' };
    const { body } = await register(first);
    const again = await register({ ...first, row: 'administrativeRule', documentNumber: '示镇发[2016]2号' });
    expect(again.status).toBe(422);
    const pointers = (again.body['errors'] as unknown as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/row', '/documentNumber']);
    const noGround = { ...first, documentNumber: '示镇发〔2016〕3号' };
    const end = { kind: 'repealed', on: '2015-01-01', ground: '' };
    const wrong = await register({ ...noGround, end });
    expect((wrong.body['errors'] as unknown as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/end/on',
      '/end/ground',
    ]);
    const params = { regionId: organ.regionId, recordId: String(body['recordId']) };
    const ended = { ...first, end: { kind: 'expired' as const, on: '2021-05-01', ground: '五年有效期届满' } };
    const headers = { 'if-match': '"1"' };
    const edited = await world.call(statisticsNormativeRoutes.edit, { params, body: ended }, cookie, headers);
    expect([edited.status, edited.body['version']]).toEqual([200, 2]);
    expect((await listed(organ, '2021-05-01')).items).toMatchObject([
      { validity: 'expired', because: '五年有效期届满', countsAs: ['repealed'] },
    ]);
    const removed = await world.call(
      statisticsNormativeRoutes.remove,
      { params, body: { reason: '重复登记' } },
      cookie,
      { 'if-match': '"2"' },
    );
    expect(removed.status).toBeLessThan(300);
    expect((await listed(organ, '2026-11-21')).items).toEqual([]);
  });
});
