import { Buffer } from 'node:buffer';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../test/make-zip.ts';
import { openFileProcesses } from './file-processes.ts';

const processes = openFileProcesses(1);
afterAll(() => processes.close());

const today = parseCivilDate('2026-11-21') ?? expect.fail('a day');
const scan = (text: string) =>
  processes.ask({ kind: 'scan', bytes: Buffer.from(text), name: '名单.txt', today });

describe('a process that opens strangers’ files', () => {
  it('finds what is in a file, one file after the other', async () => {
    const [first, second] = await Promise.all([scan('手机 13812341234'), scan('没有号码。')]);
    expect(first.ok && first.value.map(({ kind, text }) => [kind, text])).toEqual([
      ['mobile', '13812341234'],
    ]);
    expect(second).toEqual({ ok: true, value: [] });
  });

  it('reads a file as a document', async () => {
    const bytes = Buffer.from('昭和县财政局关于下达资金的通知\n各乡镇：\n现将资金下达你们。\n');
    const read = await processes.ask({ kind: 'readDocument', bytes, name: '通知.txt', listsLeftOut: true });
    expect(read.ok && read.value.metadata.title?.value).toBe('昭和县财政局关于下达资金的通知');
  });

  it('says of a file that cannot be read what to do', async () => {
    const bytes = makeZip([{ name: 'OFD.xml', data: '<ofd/>' }]);
    const read = await processes.ask({ kind: 'readDocument', bytes, name: '通知.ofd', listsLeftOut: true });
    expect(read).toMatchObject({ ok: false, error: { code: 'unsupported-format' } });
  });

  it('that is ended in the middle harms nobody: the file counts as not readable, the next one is read', async () => {
    // Long work for a process that has yet to start: no answer can be under way when it is ended.
    const fresh = openFileProcesses(1);
    const waiting = fresh.ask({
      kind: 'scan',
      bytes: Buffer.alloc(4_000_000, '手机 13812341234。'),
      name: '名单.txt',
      today,
    });
    await new Promise((resolve) => setImmediate(resolve));
    fresh.close();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'too-complex' } });
    const next = await fresh.ask({ kind: 'scan', bytes: Buffer.from('没有号码。'), name: '名单.txt', today });
    fresh.close();
    expect(next).toEqual({ ok: true, value: [] });
  });
});
