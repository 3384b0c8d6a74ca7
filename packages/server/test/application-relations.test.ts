import { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../domain/test/sample-letter.ts';
import { createWorld, type World } from './api-world.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';
import { plantFile } from './file-samples.ts';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld();
  cookie = await world.signedIn(world.county, 'drafter');
});
afterAll(() => world.close());

const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

const formOf = (name: string, description: string) => ({
  ...SAMPLE_FORM,
  applicant: { ...SAMPLE_FORM.applicant, name, identityNumber: `${name}-0001` },
  description,
});

const ask = async (planted: PlantedCase) =>
  (await world.call(applicationRelationRoutes.similar, { params: paramsOf(planted) }, cookie))
    .body as unknown as {
    readonly cases: readonly {
      readonly applicationId: string;
      readonly kind: string;
      readonly reasons: readonly string[];
    }[];
    readonly differentApplicants: number;
    readonly filings: { readonly months: readonly object[]; readonly isRemarkable: boolean };
  };

describe('cases that may be the same', () => {
  it('are suggested with the reasons in words, the applicants masked', async () => {
    const text = '示范县2024年城中路改造工程征收补偿方案';
    const mine = await plantCase(world, world.county, { form: formOf('孙测试乙', text) });
    const open = await plantCase(world, world.county, { form: formOf('孙测试乙', `申请公开${text}`) });
    const other = await plantCase(world, world.county, { form: formOf('李测试丙', `${text}。`) });
    await plantCase(world, world.county, { form: formOf('钱测试丁', '2023年县医院设备采购合同') });
    const found = await ask(mine);
    const kinds = new Map(found.cases.map(({ applicationId, kind }) => [applicationId, kind]));
    expect(kinds).toEqual(
      new Map([
        [open.applicationId, 'sameApplicantOpen'],
        [other.applicationId, 'sameMatter'],
      ]),
    );
    expect(found.differentApplicants).toBe(2);
    const reasons = found.cases.find(({ kind }) => kind === 'sameMatter')?.reasons.join('');
    expect(reasons).toContain('可以考虑转为主动公开（条例第四十四条）');
    expect(found.filings.months).toEqual([{ period: '2026-11', count: 2 }]);
    for (const name of ['孙测试乙', '李测试丙']) expect(JSON.stringify(found)).not.toContain(name);
  });

  it('of other years or of other organs are none', async () => {
    const mine = await plantCase(world, world.county, {
      form: formOf('周测试戊', '2021年县政府常务会议纪要'),
    });
    await plantCase(world, world.county, { form: formOf('吴测试己', '2022年县政府常务会议纪要') });
    await plantCase(world, world.otherCounty, { form: formOf('郑测试庚', '2021年县政府常务会议纪要') });
    expect((await ask(mine)).cases).toEqual([]);
  });
});

describe('the fee', () => {
  const basis = async (planted: PlantedCase, sides?: number) =>
    (
      await world.call(
        applicationRelationRoutes.feeBasis,
        { params: paramsOf(planted), query: sides === undefined ? {} : { sides } },
        cookie,
      )
    ).body;

  it('goes by the place in the applicant’s month, or by the pages', async () => {
    const form = formOf('王测试辛', '养护资金分配表');
    const cases: PlantedCase[] = [];
    for (let count = 0; count < 11; count += 1) {
      cases.push(await plantCase(world, world.county, { form, receiptDate: day('2026-11-03') }));
    }
    const others = await plantCase(world, world.county, { form, receiptDate: day('2026-10-30') });
    const places = await Promise.all(
      cases.map(async (one) => (await basis(one))['perItem'] as unknown as { count: number; amount: number }),
    );
    expect(places.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
    expect(places.find(({ count }) => count === 11)?.amount).toBe(100_00);
    expect(places.find(({ count }) => count === 10)?.amount).toBe(0);
    expect(await basis(others, 57)).toMatchObject({
      perItem: { count: 1, amount: 0, lines: [] },
      perPage: { count: 57, amount: 270_00 },
    });
  });

  it('is not known before the day of receipt', async () => {
    const planted = await plantCase(world, world.county, { channel: 'portal', receiptDate: null });
    expect(await basis(planted)).toEqual({ perItem: null, perPage: null });
  });
});

describe('a form with several matters', () => {
  it('is split into cases that share its day, each with its number and acknowledgement', async () => {
    const whole = '一、2025年养护资金分配方案；二、2025年养护合同；三、2025年验收报告';
    const planted = await plantCase(world, world.county, { form: { ...SAMPLE_FORM, description: whole } });
    const split = await world.call(
      applicationRelationRoutes.split,
      {
        params: paramsOf(planted),
        body: { remaining: '2025年养护资金分配方案', matters: ['2025年养护合同', '2025年验收报告'] },
      },
      cookie,
      { 'if-match': '"1"' },
    );
    expect(split.status).toBe(200);
    const cases = split.body['cases'] as unknown as PlantedCase[];
    const read = async (applicationId: string) =>
      (
        await world.call(
          applicationRoutes.read,
          { params: { regionId: planted.regionId, applicationId } },
          cookie,
        )
      ).body;
    const numbers = new Set([planted.registrationNumber, ...cases.map((one) => one.registrationNumber)]);
    expect(numbers.size).toBe(3);
    expect(await read(planted.applicationId)).toMatchObject({
      summary: '2025年养护资金分配方案',
      receiptDate: '2026-11-02',
      links: cases.map(({ applicationId, registrationNumber }) => ({
        relation: 'splitInto',
        applicationId,
        registrationNumber,
      })),
      events: [{}, { texts: { note: `拆分前的申请内容：${whole}` } }, {}],
    });
    expect(await read(cases[1]?.applicationId ?? '')).toMatchObject({
      summary: '2025年验收报告',
      receiptDate: '2026-11-02',
      dueOn: '2026-11-30',
      channel: 'counter',
      letters: [{ kind: 'acknowledgement' }],
    });
  });

  it('shares what came with it; what was worked out for one matter goes out with no other', async () => {
    const planted = await plantCase(world, world.county);
    const uses = ['form', 'identity', 'redacted', 'released'] as const;
    for (const use of uses) {
      const { regionId, fileId } = await plantFile(world, world.county);
      await world.database.server
        .insertInto('application_file')
        .values({
          region_id: regionId,
          application_id: planted.applicationId,
          file_id: fileId,
          use,
          added_at: new Date('2026-11-20T02:00:00Z'),
        })
        .execute();
    }
    const split = await world.call(
      applicationRelationRoutes.split,
      { params: paramsOf(planted), body: { remaining: '养护资金分配方案', matters: ['养护合同'] } },
      cookie,
      { 'if-match': '"1"' },
    );
    const [part] = split.body['cases'] as unknown as PlantedCase[];
    const applicationId = part?.applicationId ?? '';
    const read = await world.call(
      applicationRoutes.read,
      { params: { regionId: planted.regionId, applicationId } },
      cookie,
    );
    const files = read.body['files'] as unknown as { readonly use: string }[];
    expect(files.map(({ use }) => use).toSorted()).toEqual(['form', 'identity']);
  });

  it('is left whole once anything was told of it', async () => {
    const planted = await plantCase(world, world.county);
    const head = await world.signedIn(world.county, 'disclosureOfficeHead');
    await world.call(
      applicationRoutes.act,
      {
        params: paramsOf(planted),
        body: { act: { type: 'approveExtension', on: '2026-11-20', days: 5 }, texts: { reason: '量大' } },
      },
      head,
      { 'if-match': '"1"' },
    );
    const split = await world.call(
      applicationRelationRoutes.split,
      { params: paramsOf(planted), body: { remaining: '一', matters: ['二'] } },
      cookie,
      { 'if-match': '"2"' },
    );
    expect(split.body).toMatchObject({
      code: 'state-refuses',
      detail: expect.stringContaining('不能再拆分'),
    });
  });
});
