/** What a terminal can ask of the server; the only door into this package. */
import { randomUUID } from 'node:crypto';
import { type Flags, readConfig } from './config.ts';
import { connectDatabase } from './db/connect.ts';
import type { PublishedSchema, Schema } from './db/schema.ts';
import { loadAssets } from './http/routes/assets.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { openServices } from './open-services.ts';
import { type MirrorUpdate, updateMirror } from './portal-mirror/mirror.ts';
import { requirePrivateDemonstration } from './private-demonstration.ts';
import { publicOrigin, type ServerOutput, startServer } from './serve.ts';
import { StartError } from './start-error.ts';
import { type TrailVerdict, verifyTrail } from './use-cases/audit/verify-trail.ts';
import { resetDemonstration as rebuildDemonstration } from './use-cases/demonstration/reset-demonstration.ts';

const ignoreLost = (): void => {};

/** Serves until the process is asked to end (Ctrl-C, SIGTERM), then stops cleanly. */
export async function serve(flags: Flags, output: ServerOutput): Promise<void> {
  const config = readConfig(flags, process.env);
  const asked = new Promise<void>((resolve) => {
    // Asked while still starting: the start is finished first, so that the database is not left behind. Asked
    // twice (by the terminal and by npx): the same, not a death in the middle of stopping.
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
  const server = await startServer(config, output);
  output.say(server.welcome);
  await Promise.race([asked, server.lost]);
  output.say('正在停止……');
  await server.stop();
  output.say('已停止。');
}

async function withDatabase<T>(flags: Flags, work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase(readConfig(flags, process.env), false);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** @returns the names of the migrations applied now */
export async function migrateDatabase(flags: Flags): Promise<readonly string[]> {
  return await withDatabase(flags, ({ migrated }) => Promise.resolve(migrated));
}

/** Verifies the trail's chain and its checkpoints, in the database and as files. */
export async function verifyAuditTrail(flags: Flags): Promise<TrailVerdict> {
  const { signingKey, checkpointFolder } = await openServices(readConfig(flags, process.env), {
    warn: () => {},
  });
  return await withDatabase(flags, async ({ server }) => {
    const database = connectDatabase<Schema>(server, 1, ignoreLost);
    try {
      return await verifyTrail(database, signingKey.publicKey, checkpointFolder);
    } finally {
      await database.destroy();
    }
  });
}

/** Writes the whole static mirror anew; needs `ZHAOSHI_MIRROR`. */
export async function rebuildMirror(flags: Flags): Promise<MirrorUpdate> {
  const config = readConfig(flags, process.env);
  const folder = config.portal.mirror;
  if (folder === null) throw new StartError('没有设置 ZHAOSHI_MIRROR，不知道静态镜像放在哪里。');
  return await withDatabase(flags, async ({ portal }) => {
    const published = connectDatabase<PublishedSchema>(portal, 2, ignoreLost);
    const assets = await loadAssets();
    try {
      const source = { published, styleSheet: assets.styleSheet, origin: publicOrigin(config), assets };
      return await updateMirror(folder, source, true);
    } finally {
      await published.destroy();
    }
  });
}

/** Puts the demonstration back as it was at the first start. */
export async function resetDemonstration(flags: Flags): Promise<void> {
  const config = readConfig(flags, process.env);
  const { secretBox, files } = await openServices(config, { warn: () => {} });
  await withDatabase(flags, async (opened) => {
    const database = connectDatabase<Schema>(opened.owner, 1, ignoreLost);
    try {
      await requirePrivateDemonstration(config, database, true);
      const services = { secretBox, files };
      const context = { database, now: () => new Date(), newId: randomUUID, services };
      const reset = await rebuildDemonstration(context);
      if (!reset.ok) throw new StartError('数据库中有正式数据，不能重置为演示数据；没有改动任何数据。');
    } finally {
      await database.destroy();
    }
  });
}
