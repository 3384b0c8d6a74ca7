import { execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { faultsOf } from './kill-check.ts';
import type { Command } from './run-serve.ts';
import {
  type Acknowledged,
  databasePid,
  kill,
  spawnServer,
  startServer,
  startWriter,
} from './writer-life.ts';

const execute = promisify(execFile);

const DISK = resolve(import.meta.dirname, 'power-loss-disk.ts');
const DISK_BYTES = 1024 ** 3;
const TOOLS = ['mount', 'umount', 'losetup', 'mkfs.ext4', 'e2fsck'];
const PLACES = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Why a loss of power cannot be simulated on this machine; `null`: it can. */
export function whyNoPowerLoss(): string | null {
  if (process.platform !== 'linux') return 'the simulated disk needs Linux';
  if (process.getuid?.() !== 0) return 'mounting the simulated disk needs root';
  const missing = TOOLS.filter((tool) => !PLACES.some((place) => existsSync(join(place, tool))));
  if (missing.length > 0) return `missing: ${missing.join(', ')}`;
  const devices = ['/dev/fuse', '/dev/loop-control'].filter(
    (path) => !existsSync(path) || !statSync(path).isCharacterDevice(),
  );
  return devices.length > 0 ? `missing: ${devices.join(', ')}` : null;
}

/** What a cut met. */
export interface Cut {
  /** Blocks in the drive's cache that no flush had covered, and how many of them stayed. */
  readonly unflushed: number;
  readonly kept: number;
  /** Blocks that were still in the machine's memory; the disk refused them. */
  readonly refused: number;
  readonly flushes: number;
}

const cutReport = z.object({ cut: z.object({ unflushed: z.number(), kept: z.number() }) });
const endReport = z.object({ counts: z.object({ flushes: z.number(), refused: z.number() }) });

interface Plugged {
  /** The mounted file system. */
  readonly mount: string;
  /** Cuts the power, ends what ran on the disk and the processes named, and unplugs it. */
  readonly cut: (share: number, processes: readonly (number | undefined)[]) => Promise<Cut>;
  readonly unplug: () => Promise<void>;
}

/** Processes that stand in a folder, the database's and `initdb` among them. */
function killAllIn(folder: string): void {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (readlinkSync(`/proc/${name}/cwd`).startsWith(folder)) kill(Number(name));
    } catch {
      // Gone meanwhile, or a thread of the kernel.
    }
  }
}

async function unmount(folder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await execute('umount', [folder]);
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      killAllIn(folder);
      await sleep(100);
    }
  }
}

/** Unflushed blocks at which the power goes: mostly few, since every commit flushes. */
const CUT_AT = [1, 2, 3, 5, 10, 50];

/** Puts the disk of a house into the machine: simulated drive, loop device, ext4 with its journal replayed. */
async function plugIn(house: string): Promise<Plugged> {
  const [drive, mount, image] = [join(house, 'drive'), join(house, 'mount'), join(house, 'image')];
  for (const folder of [drive, mount]) mkdirSync(folder, { recursive: true });
  const isNew = !existsSync(image);
  const disk = spawn(process.execPath, [DISK, drive, image, String(DISK_BYTES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  disk.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = once(disk, 'close');
  while (!said.includes('mounted\n')) {
    if (disk.exitCode !== null) throw new Error('the simulated disk did not start');
    await sleep(20);
  }
  const loop = ['--show', '--find', '--sector-size', '4096', join(drive, 'disk')];
  const device = (await execute('losetup', loop)).stdout.trim();
  if (isNew) await execute('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=0,nodiscard', device]);
  await execute('mount', [device, mount]);
  const unplug = async (): Promise<void> => {
    await unmount(mount);
    await execute('losetup', ['--detach', device]);
    await unmount(drive);
    await ended;
  };
  return {
    mount,
    unplug,
    cut: async (share, processes) => {
      await writeFile(join(drive, 'cut'), `${share} ${CUT_AT[randomInt(CUT_AT.length)]}`);
      for (let waited = 0; !said.includes('{') && waited < 100; waited += 1) await sleep(5);
      if (!said.includes('{')) await writeFile(join(drive, 'cut'), String(share));
      for (const pid of processes) kill(pid);
      killAllIn(mount);
      await unplug();
      const [cut, end] = said.split('\n').filter((line) => line.startsWith('{'));
      return {
        ...cutReport.parse(JSON.parse(cut ?? '')).cut,
        ...endReport.parse(JSON.parse(end ?? '')).counts,
      };
    },
  };
}

/** Shares of the unflushed blocks that reach the disk: none; or some, at random and so out of order. */
const SHARES = [0, 0.5, 0, 0.9, 0, 0.1];
const SHORTEST_WRITING_MS = 200;
const LONGEST_WRITING_MS = 2000;
const LONGEST_FIRST_START_MS = 6000;

interface PowerTally {
  readonly cuts: Cut[];
  readonly startMs: number[];
  readonly acknowledged: number;
}

/** Takes from the database what this is about; the files written so far are safe. */
async function stopSyncing(data: string): Promise<void> {
  appendFileSync(join(data, 'postgres/postgresql.auto.conf'), "fsync = 'off'\n");
  const database = databasePid(data);
  if (database !== null) process.kill(database, 'SIGHUP');
  await sleep(500);
  await execute('sync', ['--file-system', data]);
}

interface Rounds {
  /** Cuts while the data folder is made. */
  readonly firstStarts: number;
  /** Cuts under write load. */
  readonly writing: number;
  /** `false`: the database is told not to sync, which has to come out. */
  readonly fsync: boolean;
}

/**
 * A data folder on a disk that loses power again and again. After each cut it has to start by itself with every
 * acknowledged write.
 *
 * @throws Error when it does not
 */
export async function powerLossRounds(house: string, rounds: Rounds): Promise<PowerTally> {
  const data = join(house, 'mount', 'data');
  const cuts: Cut[] = [];
  const startMs: number[] = [];
  const acknowledged: Acknowledged[] = [];

  async function cutFirstStart(share: number): Promise<void> {
    const disk = await plugIn(house);
    const server = spawnServer(data);
    await sleep(randomInt(LONGEST_FIRST_START_MS));
    cuts.push(await disk.cut(share, [server.child.pid]));
    await server.ended;
  }

  async function startAndLook(disk: Plugged): Promise<Command> {
    try {
      const started = await startServer(data);
      startMs.push(started.startMs);
      const faults = await faultsOf(data, acknowledged);
      if (faults.length > 0) throw new Error(faults.slice(0, 20).join('\n'));
      return started.server;
    } catch (error) {
      killAllIn(disk.mount);
      await disk.unplug();
      throw new Error(`after ${cuts.length} cuts: ${String(error)}`, { cause: error });
    }
  }

  async function cutWriting(share: number): Promise<void> {
    const disk = await plugIn(house);
    const server = await startAndLook(disk);
    if (!rounds.fsync) await stopSyncing(data);
    const writer = await startWriter(data);
    await sleep(SHORTEST_WRITING_MS + randomInt(LONGEST_WRITING_MS));
    cuts.push(await disk.cut(share, [server.child.pid, writer.child.pid]));
    await Promise.all([server.ended, writer.ended]);
    // Also what was acknowledged while the power went: its flush had come back before.
    acknowledged.push(...writer.acknowledged());
  }

  for (let round = 0; round < rounds.firstStarts; round += 1) {
    await cutFirstStart(SHARES[round % SHARES.length] ?? 0);
  }
  for (let round = 0; round < rounds.writing; round += 1)
    await cutWriting(SHARES[round % SHARES.length] ?? 0);
  const disk = await plugIn(house);
  const server = await startAndLook(disk);
  server.child.kill('SIGTERM');
  await server.ended;
  await disk.unplug();
  // The simulation is sound only if the file system, which is built for this, outlives it.
  await execute('e2fsck', ['-f', '-n', join(house, 'image')]);
  return { cuts, startMs, acknowledged: acknowledged.length };
}
