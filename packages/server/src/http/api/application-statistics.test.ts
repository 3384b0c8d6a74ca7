import { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { APPLICANT_KINDS, type CellId, TABLE_THREE_COLUMNS } from '@zhaoshi/domain/annual-report/ids';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import { addUpTableThree, type CountedCase, cellsOf, flowOf } from '@zhaoshi/domain/application/table-three';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';

let world: World;
let officer: string;
let supervisor: string;

const day = (text: string): CivilDate => text as CivilDate;
const { statistics, cellCases } = applicationStatisticsRoutes;

interface Planted extends CountedCase {
  readonly applicationId: string;
  readonly organ: WorldOrgan;
}

/** Cases over two years and a half, told from their numbers: every outcome, early withdrawals, open ones, same days. */
function sampleCase(number: number): CountedCase {
  const receiptDate = number % 11 === 0 ? null : addDays(day('2024-03-01'), (number * 37) % 900);
  const outcome = OUTCOME_IDS[number % OUTCOME_IDS.length] ?? 'granted.provided';
  const isEarly = outcome === 'otherHandling.withdrawn' && number % 2 === 0;
  const took = number % 7 === 0 ? 400 : (number * 13) % 45;
  const on = addDays(receiptDate ?? day('2025-01-01'), isEarly ? -3 : took);
  return {
    applicantKind: APPLICANT_KINDS[number % APPLICANT_KINDS.length] ?? 'naturalPerson',
    receiptDate,
    result: number % 4 === 0 ? null : { on, outcome },
  };
}

async function plant(organ: WorldOrgan, number: number): Promise<Planted> {
  const one = sampleCase(number);
  const form = { ...SAMPLE_FORM, applicant: { ...SAMPLE_FORM.applicant, kind: one.applicantKind } };
  const { applicationId } = await plantCase(world, organ, { form });
  await world.database.server
    .updateTable('application')
    .set({
      receipt_date: one.receiptDate,
      result_on: one.result?.on ?? null,
      result_outcome: one.result?.outcome ?? null,
    })
    .where('application_id', '=', applicationId)
    .execute();
  return { ...one, applicationId, organ };
}

const planted: Planted[] = [];

beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.county, 'disclosureOfficer');
  supervisor = await world.signedIn(world.office, 'supervisor');
  for (let number = 1; number <= 90; number += 1) {
    planted.push(await plant(number % 3 === 0 ? world.township : world.county, number));
  }
  // Of somebody else: must never be counted.
  await plant(world.otherCounty, 1);
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const PERIODS = [
  { from: day('2025-01-01'), to: day('2025-12-31') },
  { from: day('2026-01-01'), to: day('2026-12-31') },
  { from: day('2025-06-10'), to: day('2025-06-10') },
  { from: day('2024-03-01'), to: day('2026-11-21') },
];

describe('table three, counted by the database', () => {
  it.each(PERIODS)('is what the law says of each case: $from to $to', async (period) => {
    for (const [below, cookie] of [
      [{}, officer],
      [{ below: 'true' }, supervisor],
    ] as const) {
      const { body } = await world.call(
        statistics,
        { params: idsOf(world.county), query: { ...period, form: '2021', ...below } },
        cookie,
      );
      const counted = planted.filter(({ organ }) => 'below' in below || organ === world.county);
      const flows = counted.flatMap((one) => {
        const flow = flowOf(one, period);
        return flow === null ? [] : [{ ...flow, applicantKind: one.applicantKind, count: 1 }];
      });
      expect(flows.length).toBeGreaterThan(0);
      expect(body['figures']).toEqual(addUpTableThree(flows, '2021'));
    }
  });

  it('with 下级 counts for an officer only the own organ, and says of how many organs', async () => {
    const query = { ...PERIODS[0]!, form: '2021', below: 'true' } as const;
    const own = await world.call(statistics, { params: idsOf(world.county), query }, officer);
    const all = await world.call(statistics, { params: idsOf(world.county), query }, supervisor);
    expect(own.body['organs']).toBe(1);
    expect(all.body['organs']).toBeGreaterThan(1);
  });

  it('tells the months: received and results of each', async () => {
    const { body } = await world.call(
      statistics,
      { params: idsOf(world.county), query: { ...PERIODS[0]!, form: '2021' } },
      officer,
    );
    const months = body['months'] as unknown as {
      month: string;
      received: number;
      results: Record<string, number>;
    }[];
    const figures = body['figures'] as unknown as Record<CellId, number>;
    expect(months.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`),
    );
    const sum = (of: (month: (typeof months)[number]) => number) =>
      months.reduce((total, month) => total + of(month), 0);
    expect(sum(({ received }) => received)).toBe(figures['t3.newlyReceived/total']);
    expect(sum(({ results }) => Object.values(results).reduce((a, b) => a + b, 0))).toBe(
      figures['t3.resultTotal/total'],
    );
  });

  it('opens every cell down to its cases, page by page', async () => {
    const period = PERIODS[0]!;
    for (const form of ['2019', '2021'] as const) {
      for (const { id: row } of formTable('t3', form).rows) {
        for (const column of TABLE_THREE_COLUMNS.filter(
          (one) => one === 'total' || one === 'naturalPerson',
        )) {
          const found: string[] = [];
          let cursor: string | null | undefined;
          do {
            const { body } = await world.call(
              cellCases,
              {
                params: idsOf(world.county),
                query: { ...period, form, row, column, below: 'true', limit: 7, ...(cursor && { cursor }) },
              },
              supervisor,
            );
            const page = body as unknown as { items: { applicationId: string }[]; nextCursor: string | null };
            found.push(...page.items.map(({ applicationId }) => applicationId));
            cursor = page.nextCursor;
          } while (cursor !== null);
          const expected = planted
            .filter((one) => cellsOf(one, period, form).includes(`${row}/${column}` as CellId))
            .map(({ applicationId }) => applicationId);
          expect(found.toSorted(), `${row}/${column}`).toEqual(expected.toSorted());
        }
      }
    }
  });

  it('shows no applicant in the cases behind a cell', async () => {
    const query = { ...PERIODS[0]!, form: '2021', row: 't3.newlyReceived', column: 'naturalPerson' } as const;
    const { body } = await world.call(cellCases, { params: idsOf(world.county), query }, officer);
    expect(JSON.stringify(body)).not.toContain(SAMPLE_FORM.applicant.name);
    expect(JSON.stringify(body)).not.toContain(SAMPLE_FORM.applicant.phone);
  });

  it.each([
    [{ from: '2025-12-31', to: '2025-01-01' }, '结束日期不能早于开始日期'],
    [{ from: '2010-01-01', to: '2025-01-01' }, '一次最多统计十年'],
  ])('refuses %j', async (days, words) => {
    const query = { ...days, form: '2021' } as const;
    const { status, body } = await world.call(statistics, { params: idsOf(world.county), query }, officer);
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(words)]);
  });

  it('refuses a row of the other form', async () => {
    const query = { ...PERIODS[0]!, form: '2021', row: 't3.otherHandling', column: 'total' } as const;
    const { status, body } = await world.call(cellCases, { params: idsOf(world.county), query }, officer);
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('没有这一行')]);
  });
});

it('the table is taken home as a workbook named by organ and days', async () => {
  const { regionId, organId } = world.county;
  const answer = await world.app.inject({
    url: `/api/organs/${regionId}/${organId}/application-statistics/table-three?from=2025-01-01&to=2025-12-31&form=2021`,
    headers: { cookie: officer },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
    '2025-01-01至2025-12-31',
  );
});

it('a span of days begins with the day of receipt and has the day of the result in it', async () => {
  const { rows } = await sql<{ span: string }>`
    select application_span(receipt, result)::text as span from (values
      ('2025-03-01'::date, '2025-03-01'::date), ('2025-03-01', '2025-02-20'), ('2025-03-01', null)) as t(receipt, result)
  `.execute(world.database.server);
  expect(rows.map(({ span }) => span)).toEqual([
    '[2025-03-01,2025-03-02)',
    '[2025-03-01,2025-03-02)',
    '[2025-03-01,infinity]',
  ]);
});
