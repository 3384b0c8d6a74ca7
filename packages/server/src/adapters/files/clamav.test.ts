import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scanFile } from './clamav.ts';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

let folder: string;
let server: Server | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clamav-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  server?.close();
  server = undefined;
});

/** clamd as its protocol describes it: takes INSTREAM, puts the pieces together, looks for the test signature. */
async function startClamd(path?: string, longest = 10_000_000) {
  const scanned: Buffer[] = [];
  server = createServer((socket) => {
    let received = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let started = false;
    const answer = (text: string): void => {
      socket.end(`${text}\0`);
    };
    socket.on('error', () => {});
    socket.on('data', (data) => {
      received = Buffer.concat([received, data as Buffer]);
      if (!started) {
        const end = received.indexOf(0);
        if (end === -1) return;
        if (received.toString('latin1', 0, end) !== 'zINSTREAM') return answer('UNKNOWN COMMAND');
        received = received.subarray(end + 1);
        started = true;
      }
      while (received.length >= 4 && received.length >= 4 + received.readUInt32BE(0)) {
        const length = received.readUInt32BE(0);
        if (length === 0) {
          scanned.push(content);
          return answer(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
        }
        content = Buffer.concat([content, received.subarray(4, 4 + length)]);
        received = received.subarray(4 + length);
        if (content.length > longest) return answer('INSTREAM size limit exceeded. ERROR');
      }
      return undefined;
    });
  });
  return { address: await listen(server, path), scanned };
}

async function listen(listening: Server, path?: string) {
  if (path === undefined) listening.listen(0, '127.0.0.1');
  else listening.listen(path);
  await once(listening, 'listening');
  return path === undefined
    ? { host: '127.0.0.1', port: (listening.address() as AddressInfo).port }
    : { path };
}

async function startWith(answer: (socket: Socket) => void) {
  server = createServer((socket) => {
    socket.on('error', () => {});
    answer(socket);
  });
  return await listen(server);
}

function fileOf(content: string | Buffer): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

describe('a file is streamed to the scanner', () => {
  it('and found clean, every byte of it seen', async () => {
    const { address, scanned } = await startClamd();
    const content = Buffer.alloc(3_000_001, 'abc');
    expect(await scanFile(address, fileOf(content))).toEqual({ verdict: 'clean' });
    expect(scanned[0]?.equals(content)).toBe(true);
  });

  it('over a Unix socket', async () => {
    const { address } = await startClamd(join(folder, 'clamd.sock'));
    expect(await scanFile(address, fileOf('x'))).toEqual({ verdict: 'clean' });
  });

  it('and found infected', async () => {
    const { address } = await startClamd();
    expect(await scanFile(address, fileOf(EICAR))).toEqual({
      verdict: 'infected',
      signature: 'Eicar-Test-Signature',
    });
  });
});

describe('without a verdict the file is not called clean', () => {
  it('when the scanner takes no file of that size and hangs up', async () => {
    const { address } = await startClamd(undefined, 100_000);
    const { verdict, ...rest } = await scanFile(address, fileOf(Buffer.alloc(5_000_000)));
    expect(verdict).toBe('unavailable');
    // Its words, unless the connection broke under what was still being sent to it.
    expect(Object.values(rest)[0]).toMatch(/^INSTREAM size limit exceeded|EPIPE|ECONNRESET/);
  });

  it('when nobody listens', async () => {
    const { address } = await startClamd();
    server?.close();
    expect(await scanFile(address, fileOf('x'))).toMatchObject({ verdict: 'unavailable' });
  });

  it('when it hangs up without a word', async () => {
    const address = await startWith((socket) => socket.end());
    expect(await scanFile(address, fileOf('x'))).toMatchObject({ verdict: 'unavailable' });
  });

  it('when it says nothing, and when it takes nothing', async () => {
    const silent = await startWith((socket) => socket.resume());
    expect(await scanFile(silent, fileOf('x'), 200)).toMatchObject({ verdict: 'unavailable' });
    server?.close();
    const stuck = await startWith((socket) => socket.pause());
    expect(await scanFile(stuck, fileOf(Buffer.alloc(20_000_000)), 200)).toMatchObject({
      verdict: 'unavailable',
    });
  });

  it('when it answers something else', async () => {
    const address = await startWith((socket) => socket.end('stream: OK and more\0'));
    expect(await scanFile(address, fileOf('x'))).toMatchObject({ verdict: 'unavailable' });
  });
});
