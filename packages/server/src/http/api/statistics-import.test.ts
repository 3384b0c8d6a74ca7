import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { FIGURE_COLUMN_IDS, FIGURE_COLUMNS, type FigureRow } from '@zhaoshi/domain/statistics/figure-sheet';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { fileForm } from '../../../test/file-samples.ts';
import { figureSheet, plantFigure, STATISTIC_YEAR } from '../../../test/statistics-samples.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const query = { year: STATISTIC_YEAR };
const NEEDED = FIGURE_COLUMN_IDS.map((id) => FIGURE_COLUMNS[id].title);

interface Report {
  readonly ready: readonly { readonly month: number; readonly basedOn: number | null }[];
  readonly same: number;
  readonly failed: number;
  readonly failures: readonly { readonly row: number; readonly reasons: readonly string[] }[];
}

async function deskOf(organ: WorldOrgan) {
  const { regionId, organId } = organ;
  const clerk = await world.signedIn(organ, 'drafter');
  const params = { regionId, organId };
  const send = async (...rows: readonly Partial<FigureRow>[]) => {
    const { body, type } = fileForm('统计数据.xlsx', await figureSheet(...rows));
    return { params, query, body: body as never, headers: { 'content-type': type } };
  };
  const check = async (...rows: readonly Partial<FigureRow>[]): Promise<Report> => {
    const { headers, ...request } = await send(...rows);
    const { status, body } = await world.call(statisticsRoutes.checkImport, request, clerk, headers);
    expect(status).toBe(200);
    return body as unknown as Report;
  };
  /** What the rows of a file that was answered hold, each by its headings. */
  const listOf = async (url: string, payload?: { readonly body: Buffer; readonly type: string }) => {
    const answer = await world.app.inject({
      url,
      method: payload === undefined ? 'GET' : 'POST',
      headers: {
        cookie: clerk,
        'zhaoshi-request': 'console',
        ...(payload !== undefined && { 'content-type': payload.type }),
      },
      ...(payload !== undefined && { payload: payload.body }),
    });
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
    const list = await readList(Uint8Array.from(answer.rawPayload), NEEDED);
    return list.ok ? list.value : expect.fail(list.error.message);
  };
  const base = `/api/organs/${regionId}/${organId}`;
  return { params, clerk, check, listOf, base };
}

describe('figures out of a sheet', () => {
  it('a template names the months that are over and have no figure', async () => {
    const organ = world.county;
    await plantFigure(world, organ, { kind: 'coercion', month: 2, unit: '' });
    const desk = await deskOf(organ);
    const { rows } = await desk.listOf(`${desk.base}/statistics-import-template?year=${STATISTIC_YEAR}`);
    const named = rows.map(({ cells }) => `${cells.get('月份') ?? ''} ${cells.get('事项') ?? ''}`);
    expect(named).toContain('10 行政处罚');
    expect(named).toContain('1 行政强制');
    expect(named).not.toContain('2 行政强制');
    expect(named.some((words) => words.startsWith('11 '))).toBe(false);
  });

  it('are checked row by row, and those that can be are entered as any others', async () => {
    const organ = world.township;
    await plantFigure(world, organ, { kind: 'penalties', month: 1, unit: '', figure: 12 });
    await plantFigure(world, organ, { kind: 'penalties', month: 2, unit: '执法队', figure: 3 });
    const desk = await deskOf(organ);
    const report = await desk.check(
      { month: '1', kind: '行政处罚', figure: '12' },
      { month: '1月', kind: '行政许可', figure: '0', source: '审批系统' },
      { month: '2', kind: '行政处罚', figure: '7' },
      { month: '3', kind: '行政处罚', figure: '7' },
      { month: '3', kind: '行政处罚', figure: '8' },
      { month: '12', kind: '行政处罚', figure: '8' },
      { month: '4', kind: '行政处罚' },
    );
    expect(report.failures).toEqual([
      { row: 4, reasons: [expect.stringContaining('已按科室填报（执法队）')] },
      { row: 6, reasons: ['与第 5 行是同一个数字。'] },
      { row: 7, reasons: [expect.stringContaining('这个月还没有到')] },
    ]);
    expect([report.same, report.ready.length, report.failed]).toEqual([1, 2, 3]);
    const entered = await world.call(
      statisticsRoutes.enter,
      { params: desk.params, body: { year: STATISTIC_YEAR, figures: report.ready as never } },
      desk.clerk,
    );
    expect(entered.body).toMatchObject({ entered: 2 });
  });

  it('a correction out of a sheet rests on the version that was checked', async () => {
    const organ = world.office;
    await plantFigure(world, organ, { kind: 'licensing', month: 5, unit: '', figure: 4 });
    const desk = await deskOf(organ);
    const { ready } = await desk.check({ month: '5', kind: '行政许可', figure: '6', reason: '漏统计' });
    expect(ready).toMatchObject([{ month: 5, figure: 6, basedOn: 1 }]);
    const body = { year: STATISTIC_YEAR, figures: ready as never };
    const enter = () => world.call(statisticsRoutes.enter, { params: desk.params, body }, desk.clerk);
    expect((await enter()).status).toBe(200);
    expect((await enter()).status).toBe(409);
  });

  it('rows that cannot be taken come back in the shape of the template with their reasons', async () => {
    const organ = world.county;
    const desk = await deskOf(organ);
    const sheet = await figureSheet(
      { month: '1', kind: '行政许可', figure: '5' },
      { month: '十三', kind: '行政许可', figure: '五件', source: '审批系统' },
    );
    const url = `${desk.base}/statistics-import/failures?year=${STATISTIC_YEAR}`;
    const { rows } = await desk.listOf(url, fileForm('统计数据.xlsx', sheet));
    expect(rows.map(({ cells }) => cells.get('数据来源'))).toEqual(['审批系统']);
    expect([...(rows[0]?.cells.values() ?? [])].join('')).toContain('“月份”应为 1 至 12。');
  });

  it('a sheet in which nobody filled in a figure is refused with what to do', async () => {
    const organ = world.county;
    const desk = await deskOf(organ);
    const { body, type } = fileForm('统计数据.xlsx', await figureSheet({ month: '1', kind: '行政许可' }));
    const request = { params: desk.params, query, body: body as never };
    const answer = await world.call(statisticsRoutes.checkImport, request, desk.clerk, {
      'content-type': type,
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain('没有发生的请填 0');
  });
});
