import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './kill-check.ts';
import { addressOf } from './run-serve.ts';
import { spawnServer, startServer, startWriter } from './writer-life.ts';

function whyNoFullDisk(): string | null {
  if (process.platform !== 'linux') return 'a small disk is mounted on Linux only';
  return process.getuid?.() === 0 ? null : 'mounting a small disk needs root';
}

const why = whyNoFullDisk();
if (why !== null) process.stdout.write(`SKIPPED, full disk: ${why}\n`);

const MEGABYTES = 400;

let disk: string;

beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'zhaoshi-full-'));
  if (why === null) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=711`, 'zhaoshi-test', disk]);
  }
});

afterAll(() => {
  if (why === null) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** Takes every free block, at most by halves of what was asked before. */
function fill(file: string): void {
  const filler = openSync(file, 'a');
  for (let size = 1024 * 1024; size >= 512; ) {
    try {
      if (writeSync(filler, Buffer.alloc(size)) < size) size /= 2;
    } catch {
      size /= 2;
    }
  }
  closeSync(filler);
}

describe.skipIf(why !== null)(`a full disk${why === null ? '' : ` (skipped: ${why})`}`, () => {
  it('is named at the start, loses nothing, and is over as soon as there is room', async () => {
    const data = join(disk, 'data');
    const { server } = await startServer(data);
    const writer = await startWriter(data);
    await sleep(300);
    const filler = join(disk, 'filler');
    mkdirSync(join(disk, 'more'));
    fill(filler);
    // Writers are refused; a database that cannot write its log stops, and the server with it.
    await writer.ended;
    const acknowledged = writer.acknowledged();
    expect(acknowledged.length).toBeGreaterThan(0);
    if (server.child.exitCode === null) server.child.kill('SIGTERM');
    await server.ended;

    fill(filler);
    const refused = spawnServer(data);
    const started = await addressOf(refused).then(
      () => true,
      () => false,
    );
    if (started) refused.child.kill('SIGTERM');
    expect({ started, said: started ? '磁盘空间不足' : refused.said() }).toMatchObject({
      said: expect.stringContaining('磁盘空间不足'),
    });
    await refused.ended;

    rmSync(filler);
    const next = await startServer(data);
    expect(await faultsOf(data, acknowledged)).toEqual([]);
    const again = await startWriter(data);
    await sleep(300);
    next.server.child.kill('SIGTERM');
    expect(await next.server.ended).toBe(0);
    await again.ended;
    expect(again.acknowledged().length).toBeGreaterThan(0);
  });
});
