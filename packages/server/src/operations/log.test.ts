import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';

const NASTY = 'a\nb\r\u001b[31m\u0085\u2028\u2029\u007f\u0000"}';

function logged(work: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  work(
    createLogger(
      (line) => lines.push(line),
      () => new Date(1000),
    ),
  );
  return lines;
}

describe('createLogger', () => {
  it('writes one JSON object a line, whatever is in it (log injection)', () => {
    const [line = ''] = logged((logger) => logger.warn('job failed', { job: NASTY }));
    expect(line).toMatch(/^[\u0020-\u007e]+\n$/);
    expect(JSON.parse(line)).toEqual({ level: 40, time: 1000, msg: 'job failed', job: NASTY });
  });

  it('tells a fault by kind, code and place, and never its message', () => {
    const fault = Object.assign(new TypeError('Key (name)=(张三) already exists\n    at 张三'), {
      code: '23505',
      constraint: 'account_login_key',
      detail: '张三',
    });
    const [line = ''] = logged((logger) => logger.error('job failed', fault));
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      kind: 'TypeError',
      code: '23505',
      constraint: 'account_login_key',
      stack: expect.stringContaining('log.test.ts'),
    });
    expect(line).not.toContain('张三');
  });

  it('takes what is thrown without being an error', () => {
    expect(logged((logger) => logger.error('odd', '张三'))[0]).not.toContain('张三');
  });
});
