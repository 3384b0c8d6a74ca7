import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organPath } from '@zhaoshi/portal/paths';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/api-world.ts';
import { plantPublished } from '../../test/document-desk.ts';
import { listenForPublications } from '../db/published-channel.ts';
import { loadAssets } from '../http/routes/assets.ts';
import { createLogger } from '../operations/log.ts';
import { type KeptMirror, keepMirror } from './keep-mirror.ts';
import { type MirrorSource, updateMirror } from './mirror.ts';
import { fileOf } from './mirror-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-mirror-documents-'));
const log: string[] = [];

let world: World;
let source: MirrorSource;
let mirror: KeptMirror;
let stopListening: () => Promise<void>;
let column: string;

beforeAll(async () => {
  world = await createWorld();
  const assets = await loadAssets();
  const origin = 'https://www.example.gov.cn';
  source = { published: world.database.portal, styleSheet: assets.styleSheet, origin, assets };
  const logger = createLogger(
    (line) => log.push(line),
    () => new Date(),
  );
  mirror = keepMirror(folder, source, logger);
  stopListening = await listenForPublications(world.database.logins.portal, mirror.changed);
  column = organPath('east', 'township');
});

afterAll(async () => {
  await stopListening();
  await mirror.stop();
  await world.close();
  rmSync(folder, { recursive: true });
});

const placeOf = (path: string): string => join(folder, 'identity', fileOf(path));
const read = (path: string): string => readFileSync(placeOf(path), 'utf8');
const PATIENCE = { timeout: 60_000, interval: 20 };
const settled = async (): Promise<void> => {
  await expect.poll(mirror.lag, PATIENCE).toBe(0);
};

/** What the database tells of a change comes after the answer: until then nothing lags, and nothing is done either. */
async function heard(publicPath: string, change: 'written' | 'removed'): Promise<void> {
  await expect.poll(() => existsSync(placeOf(publicPath)), PATIENCE).toBe(change === 'written');
  await settled();
}

async function publicPathOf({ desk, ids }: Awaited<ReturnType<typeof plantPublished>>): Promise<string> {
  const { body } = await desk.read(ids);
  return (body['publicEdition'] as unknown as { readonly publicPath: string }).publicPath;
}

it('a publication writes what shows it and nothing else; a withdrawal takes it from all of it', async () => {
  await settled();
  const unrelated = ['/accessibility', '/west', '/west/othercounty', `${column}/annual-reports`];
  const before = unrelated.map((path) => statSync(placeOf(path)).mtimeMs);
  expect(existsSync(placeOf(`${column}/proactive/all`))).toBe(false);

  const planted = await plantPublished(world, world.township, { title: '镜像中的公告' });
  const { ids, desk } = planted;
  const publicPath = await publicPathOf(planted);
  await heard(publicPath, 'written');
  const naming = ['/', '/east', column, `${column}/proactive`, `${column}/proactive/all`, '/feed.atom'];
  for (const path of [publicPath, ...naming, `${column}/open-data/documents-2026-1.csv`]) {
    expect(read(path), path).toContain('镜像中的公告');
  }
  expect(unrelated.map((path) => statSync(placeOf(path)).mtimeMs)).toEqual(before);

  const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
  await desk.act(ids, 'leader', act, { notice: '有误，撤回。' });
  await heard(publicPath, 'removed');
  for (const gone of [publicPath, `${column}/proactive/all`, `${column}/open-data/documents-2026-1.csv`]) {
    expect(existsSync(placeOf(gone)), gone).toBe(false);
  }
  for (const path of ['/', '/east', column, `${column}/proactive`, '/feed.atom']) {
    expect(read(path), path).not.toContain('镜像中的公告');
  }
  expect(log.join('')).not.toContain('not updated');
});

it('a whole update makes again only the documents of which something changed', async () => {
  const kept = await plantPublished(world, world.township, { title: '不变的公告' });
  const publicPath = await publicPathOf(kept);
  await heard(publicPath, 'written');
  await updateMirror(folder, source, false);
  const written = statSync(placeOf(publicPath)).mtimeMs;
  const other = await plantPublished(world, world.township, { title: '又一件公告' });
  await heard(await publicPathOf(other), 'written');
  const update = await updateMirror(folder, source, false);
  expect(statSync(placeOf(publicPath)).mtimeMs).toBe(written);
  expect(update.unchanged).toBeGreaterThan(update.written);
});
