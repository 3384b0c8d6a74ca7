import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/api-world.ts';
import { reportDesk } from '../../test/report-desk.ts';
import { publishReport } from '../use-cases/annual-report/publish-report.ts';

const SEED = join(import.meta.dirname, '../../demo/reports/jindian-2021.txt');
const PAGE = '/east/township/annual-reports/2021';
const REASON = '行政许可处理决定数量漏计一件，予以补计。';
const CELL = 't2.licensing/decisions';

let world: World;
let before: string;
beforeAll(async () => {
  world = await createWorld();
  const read = await readReportFile(await readFile(SEED));
  if (!read.ok) throw new Error(read.error.message);
  const { regionId, organId } = world.township;
  await publishReport(world.database.context, {
    actor: 'system:test',
    regionId,
    organId,
    reportYear: 2021,
    read: read.value,
  });
  before = (await get(PAGE)).body;
  await restate();
  world.cache.clear();
});
afterAll(() => world.close());

const get = async (url: string) => await world.app.inject({ method: 'GET', url });

const done = (answer: { readonly status: number; readonly body: object }): void => {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

/** A report that was published as a file is corrected in the console by the hands that the law names. */
async function restate(): Promise<void> {
  const desk = reportDesk(world, world.township, { reportYear: 2021, draft: EMPTY_DRAFT });
  const clerk = await world.signedIn(world.township, 'disclosureOfficer');
  const head = await world.signedIn(world.township, 'disclosureOfficeHead');
  const leader = await world.signedIn(world.township, 'leader');
  const supervisor = await world.signedIn(world.office, 'supervisor');
  done(await desk.act(clerk, 'restate', { reason: REASON }));
  const { draft } = await desk.read(clerk);
  const typed = { ...draft.typed, [CELL]: String(Number(draft.typed[CELL]) + 1) };
  // The file had no day, without which a report does not go on.
  done(await desk.save(clerk, { ...draft, typed, datedOn: parseCivilDate('2022-01-20') ?? null }));
  done(await desk.act(clerk, 'recordSecrecyReview', { basis: '没有涉密和敏感内容。' }));
  await desk.explainAll(head);
  done(await desk.act(clerk, 'askSignature'));
  done(await desk.act(leader, 'sign'));
  const { frozenSha256 } = await desk.read(supervisor);
  done(await desk.receive(supervisor, { type: 'accept', sha256: frozenSha256 }));
  done(await desk.act(clerk, 'publish'));
}

describe('a published report that was corrected', () => {
  it('says so above its text and lists day, reason, old and new figures', async () => {
    expect(before).not.toContain('已更正');
    const { body } = await get(PAGE);
    expect(body).toContain('本报告已于');
    expect(body).toContain(`更正的原因：${REASON}`);
    const row = body.match(/<tr><th scope="row">表二 行政许可 本年处理决定数量<\/th>.*?<\/tr>/)?.[0] ?? '';
    const figures = [...row.matchAll(/<td>(\d+)<\/td>/g)].map((match) => Number(match[1]));
    expect(figures).toHaveLength(2);
    expect(figures[1]).toBe((figures[0] ?? 0) + 1);
    expect(body.match(/<tr><th scope="row">表/g)).toHaveLength(1);
    expect(body).toContain(`href="${PAGE}/versions/1"`);
  });

  it('keeps the earlier version with its files at its own address', async () => {
    const version = await get(`${PAGE}/versions/1`);
    expect(version.statusCode).toBe(200);
    expect(version.body).toContain('其中的数据已经更正，仅供查考');
    const tables = (body: string) => body.match(/<div class="text">[\s\S]*?<\/article>/)?.[0];
    expect(tables(version.body)).toBe(tables(before));
    const figure = async (path: string) => {
      const read = await readReportFile((await get(path)).rawPayload);
      return read.ok ? read.value.report.cells[CELL]?.value : undefined;
    };
    const old = await figure(`${PAGE}/versions/1/report.xlsx`);
    expect(await figure(`${PAGE}/report.xlsx`)).toBe((old ?? 0) + 1);
    expect((await get(`${PAGE}/versions/1/report.json`)).headers['content-disposition']).toContain(
      '-v1.json',
    );
  });

  it.each(['2', '3', '0', '01', 'x'])('has no earlier version %s', async (version) => {
    expect((await get(`${PAGE}/versions/${version}`)).statusCode).toBe(404);
  });

  it('is marked in lists, feeds and the search', async () => {
    expect((await get('/east/township/annual-reports')).body).toContain('（已更正）');
    expect((await get('/east/township/feed.atom')).body).toContain('（已更正）');
    expect((await get('/search?q=年度报告')).body).toContain('已更正');
  });
});
