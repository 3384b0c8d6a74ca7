import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Io } from '../io.ts';
import { confirmed } from './confirmed.ts';
import { withPrompt } from './prompt.ts';

/** A terminal at which somebody types these keys, and what is done with it, in order. */
function terminal(keys: readonly string[]) {
  const happened: string[] = [];
  const stdin = Object.assign(Readable.from(keys), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => happened.push(isRaw ? 'hides' : 'shows'),
  });
  const stderr = new Writable({
    write(text: Buffer, _encoding, done) {
      happened.push(text.toString('utf8'));
      done();
    },
  });
  const io: Io = {
    stdin,
    stdout: stderr,
    stderr,
    cwd: '/',
    configFolder: '/none',
    colours: false,
    interactive: true,
    width: 80,
  };
  return { io, happened };
}

describe('a person at a terminal', () => {
  test('types a password that is not shown, with a mistake taken back', async () => {
    const { io, happened } = terminal(['zhang\r', 'sekk', '\u007F', 'ret\r']);
    await withPrompt(io, async (prompt) => {
      expect(prompt.isPerson).toBe(true);
      expect(await prompt.line('账号：')).toBe('zhang');
      expect(await prompt.hidden('密码：')).toBe('sekret');
    });
    expect(happened).toEqual(['账号：', 'hides', '密码：', 'shows', '\n']);
  });

  test('may give up, and the terminal shows again what is typed', async () => {
    const { io, happened } = terminal(['sec\u0003']);
    await expect(withPrompt(io, (prompt) => prompt.hidden('密码：'))).rejects.toThrow(
      '已取消，没有做任何改动。',
    );
    expect(happened).toContain('shows');
  });

  test('may paste two lines at once, or end the last one with the end of the file', async () => {
    const { io } = terminal(['one\r\ntwo\nthree']);
    await withPrompt(io, async (prompt) => {
      expect(await prompt.line('')).toBe('one');
      expect(await prompt.line('')).toBe('two');
      expect(await prompt.line('')).toBe('three');
      await expect(prompt.line('')).rejects.toThrow('标准输入里没有要填的内容');
    });
  });
});

describe('what is asked before it is done', () => {
  const answered = async (keys: readonly string[], yes?: boolean) => {
    const { io, happened } = terminal(keys);
    const isYes = await withPrompt(io, (prompt) => confirmed('写入？', { prompt, yes }, io));
    return { isYes, told: happened.join('') };
  };

  test.each([['y\r'], ['Y\n'], ['是\n']])('%j does it', async (keys) => {
    expect(await answered([keys])).toEqual({ isYes: true, told: '写入？输入 y 确认：' });
  });

  test.each([['\n'], ['n\n'], ['yy\n']])('%j does not', async (keys) => {
    expect(await answered([keys])).toEqual({ isYes: false, told: '写入？输入 y 确认：没有办理。\n' });
  });

  test('--yes asks nothing', async () => {
    expect(await answered([], true)).toEqual({ isYes: true, told: '' });
  });
});
