import { figureOf } from '@zhaoshi/domain/annual-report/figures';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, openPortalSite, type PortalSite, REPORT } from '../../test/portal-site.ts';
import { insertReportingUnits } from '../use-cases/organs/start-reporting-units.ts';

const YEARS = '/hedong/duandian/annual-reports/figures';
const UNITS = '/hedong/government/reporting-units/2021/figures';

let site: PortalSite;
beforeAll(async () => {
  site = await openPortalSite();
  const { region_id: regionId } = await site.organKey('jindian');
  // 金殿镇 has a published report of this year, the other units have none.
  await site.database.server
    .transaction()
    .execute((transaction) => insertReportingUnits(transaction, { regionId, reportYear: 2021 }));
});
afterAll(() => site.close());

const bodyOf = async (url: string): Promise<string> => {
  const answer = await site.get(url);
  expect(answer.statusCode, url).toBe(200);
  return answer.body;
};

const lines = (csv: string): readonly (readonly string[])[] =>
  csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

describe('the years of an organ side by side', () => {
  it('show what the report says, and blanks as not filled in', async () => {
    const body = await bodyOf(YEARS);
    expect(body).toContain('段店乡');
    expect(body).toContain('<a href="/hedong/duandian/annual-reports/2019">2019年</a>');
    const read = await readReportFile(
      (await site.get('/hedong/duandian/annual-reports/2019/report.json')).rawPayload,
    );
    if (!read.ok) throw new Error(read.error.message);
    const [head, ...rows] = lines(await bodyOf(`${YEARS}.csv`));
    expect(head?.slice(0, 3)).toEqual(['年度', '本年新收', '上年结转']);
    const url = `${ORIGIN}/hedong/duandian/annual-reports/2019`;
    const row = rows.find((cells) => cells.at(-1) === url);
    expect(row?.[1]).toBe(String(figureOf(read.value.report, 't3.newlyReceived/total')));
    const json = JSON.parse(await bodyOf(`${YEARS}.json`)) as { readonly rows: readonly object[] };
    expect(json.rows).toHaveLength(rows.length);
    expect(json.rows).toContainEqual(
      expect.objectContaining({
        name: '2019年',
        url,
        figures: expect.objectContaining({
          newly_received: figureOf(read.value.report, 't3.newlyReceived/total'),
        }),
      }),
    );
  });

  it('are linked from the reports, and say when there are none', async () => {
    expect(await bodyOf('/hedong/duandian/annual-reports')).toContain(`href="${YEARS}"`);
    expect(await bodyOf('/hedong/chengguan/annual-reports')).not.toContain('/figures"');
    expect(await bodyOf('/hedong/chengguan/annual-reports/figures')).toContain(
      '还没有公布可以对比的年度报告',
    );
    expect((await site.get('/hedong/nobody/annual-reports/figures')).statusCode).toBe(404);
  });
});

describe('the units of a year side by side', () => {
  it('name those whose report is missing', async () => {
    const body = await bodyOf(UNITS);
    expect(body).toContain(`<a href="${REPORT}">金殿镇人民政府</a>`);
    expect(body).toMatch(/<th scope="row">[^<]+<\/th><td class="absent" colspan="14">本平台尚未公布<\/td>/);
    const rows = lines(await bodyOf(`${UNITS}.csv`));
    const jindian = rows.find(([name]) => name === '金殿镇人民政府');
    expect(jindian?.slice(1, 11).every((cell) => /^\d+$/.test(cell))).toBe(true);
    expect(
      rows
        .filter(([name]) => name !== '金殿镇人民政府')
        .at(-1)
        ?.slice(1),
    ).toEqual(Array.from({ length: 15 }, () => ''));
    expect(await bodyOf('/hedong/government/reporting-units/2021')).toContain(`href="${UNITS}"`);
  });

  it.each([
    '/hedong/government/reporting-units/1999/figures',
    '/hedong/jindian/reporting-units/2021/figures',
  ])('are not at %s', async (path) => {
    expect((await site.get(path)).statusCode).toBe(404);
  });
});

describe('the cells of published reports as open data', () => {
  it.each(['/hedong/organs/open-data', '/hedong/jindian/open-data'])('at %s', async (place) => {
    expect(await bodyOf(place)).toContain(`href="${place}/annual-reports-2021.csv"`);
    const [head, ...rows] = lines(await bodyOf(`${place}/annual-reports-2021.csv`));
    expect(head?.slice(0, 3)).toEqual(['organ', 'report_year', 'cell']);
    expect(rows.length).toBeGreaterThan(150);
    const json = JSON.parse(await bodyOf(`${place}/annual-reports-2021.json`)) as {
      readonly rows: readonly Readonly<Record<string, unknown>>[];
    };
    expect(json.rows).toHaveLength(rows.length);
    expect(json.rows).toContainEqual(
      expect.objectContaining({
        organ: '金殿镇人民政府',
        cell: 't4.reconsideration/total',
        cell_name: '表四 行政复议 总计',
        state: 'value',
        version: 1,
        url: `${ORIGIN}${REPORT}`,
      }),
    );
    expect((await site.get(`${place}/annual-reports-1999.csv`)).statusCode).toBe(404);
  });
});
