import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { discard, spool, sweepSpool } from './spool.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'spool-')), 'incoming');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

it('writes the stream, with its size and hash', async () => {
  const spooled = await spool(folder, Readable.from([Buffer.from('政府'), Buffer.from('信息')]), 12);
  if (!spooled.ok) throw new Error(spooled.error);
  const { path, size, sha256 } = spooled.value;
  expect(readFileSync(path, 'utf8')).toBe('政府信息');
  expect([size, sha256]).toEqual([12, createHash('sha256').update('政府信息').digest('hex')]);
  await discard(spooled.value);
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves a stream that is too long at once, and nothing behind', async () => {
  let sent = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1000);
      }
    })(),
  );
  expect(await spool(folder, endless, 5_000)).toEqual({ ok: false, error: 'too-large' });
  expect(endless.destroyed).toBe(true);
  expect(sent).toBeLessThan(50);
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses an empty stream, and one that breaks, and leaves nothing', async () => {
  expect(await spool(folder, Readable.from([]), 10)).toEqual({ ok: false, error: 'empty' });
  const breaking = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('gone');
    })(),
  );
  expect(await spool(folder, breaking, 10)).toEqual({ ok: false, error: 'incomplete' });
  expect(readdirSync(folder)).toEqual([]);
});

/** A disk of 64 KiB, where this account may mount one; otherwise why not. */
function mountSmallDisk(path: string): string | null {
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'zhaoshi-test', path], { stdio: 'ignore' });
    return null;
  } catch {
    return 'this account cannot mount a small disk';
  }
}

it('says so when the disk is full, and gives the room back', async ({ skip }) => {
  const why = mountSmallDisk(folder);
  if (why !== null) skip(why);
  try {
    const big = Readable.from([Buffer.alloc(50_000), Buffer.alloc(50_000)]);
    expect(await spool(folder, big, 1_000_000)).toEqual({ ok: false, error: 'no-space' });
    expect(readdirSync(folder)).toEqual([]);
    expect((await spool(folder, Readable.from([Buffer.alloc(50_000)]), 1_000_000)).ok).toBe(true);
  } finally {
    execFileSync('umount', [folder]);
  }
});

it('is swept of what a dead server left, not of what is being written', async () => {
  await spool(folder, Readable.from([Buffer.from('x')]), 10);
  const [young] = readdirSync(folder);
  writeFileSync(join(folder, 'old.part'), 'x');
  writeFileSync(join(folder, 'foreign.txt'), 'x');
  for (const name of ['old.part', 'foreign.txt']) utimesSync(join(folder, name), 1, 1);
  expect(await sweepSpool(folder, new Date(Date.now() - 60_000))).toBe(1);
  expect(new Set(readdirSync(folder))).toEqual(new Set([young, 'foreign.txt']));
});
