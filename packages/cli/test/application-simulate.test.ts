import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shell, zhaoshi } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-simulate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function place(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const received = (on: string) => ({ type: 'received', on });
const run = (file: string, ...options: readonly string[]) =>
  zhaoshi(['application', 'simulate', file, ...options], { cwd: folder });

/** X3 of applications.md §8.2. */
const CONSULTED = [
  received('2025-09-22'),
  { type: 'consultationSent', on: '2025-09-26', consultationId: '甲', kind: 'thirdPartyConsultation' },
  { type: 'consultationReceived', on: '2025-09-28', consultationId: '甲' },
];

describe('application simulate, as a process', () => {
  test('tells every date and how it came about', () => {
    place('x1.json', { events: [received('2022-09-30')], today: '2022-10-10' });
    const { code, out, err } = shell('zhaoshi application simulate x1.json', folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('答复期限：2022-11-02\n');
    expect(out).toContain('2022-10-01至2022-10-07　放假：国庆节（国办发明电〔2021〕11号）');
    expect(out).toContain('2022-10-08至2022-10-09　第1至2个工作日，调休上班（国办发明电〔2021〕11号）');
    expect(out).toContain('补正告知截止：2022-10-14');
    expect(out).toContain('承办单位提交答复稿');
  });

  test('a step that the law does not allow is named with the reason; the code is 1', () => {
    const events = [received('2025-12-15'), { type: 'extended', on: '2026-01-14', days: 20 }];
    place('late.json', { events: [...events, { type: 'replied', on: '2026-01-20' }], today: '2026-01-14' });
    const { code, out } = shell('zhaoshi application simulate late.json', folder);
    expect(code).toBe(1);
    expect(out).toContain('第2项不能办理：2026-01-14 延长答复期限（20个工作日）');
    expect(out).toContain('原因：答复期限已过，不能再延长、收费或延迟答复。');
    expect(out).toContain('以下各日期只到第1项');
    expect(out).toContain('答复期限：2026-01-13');
  });

  test('--json gives the dates with every day of their derivation', () => {
    place('x3.json', { events: CONSULTED, today: '2025-10-10' });
    const { code, out } = shell('zhaoshi application simulate x3.json --json', folder);
    const { dates, steps, refused, milestones } = JSON.parse(out);
    expect([code, refused]).toEqual([0, null]);
    expect(steps.map(({ due }: { due: { date: string } }) => due.date)).toEqual([
      '2025-10-24',
      '2025-10-24',
      '2025-10-27',
    ]);
    expect([dates.due.date, dates.projectedDue.date]).toEqual(['2025-10-31', '2025-11-17']);
    expect(dates.consultations).toMatchObject([{ consultationId: '甲', lapse: { date: '2025-10-24' } }]);
    expect(dates.due.days.filter(({ count }: { count: number | null }) => count !== null)).toHaveLength(20);
    expect(milestones).toHaveLength(3);
  });

  test('a file that is none is told in a sentence; the code is 2', () => {
    place('broken.json', '{');
    const { code, err } = shell('zhaoshi application simulate broken.json', folder);
    expect([code, err]).toEqual([2, '不是有效的 JSON 文件：broken.json\n']);
  });
});

describe('what is told', () => {
  test('a consultation that is open: the date so far and the one to be expected', async () => {
    place('open.json', { events: CONSULTED, today: '2025-10-10' });
    const { out } = await run('open.json');
    expect(out).toContain('答复期限：2025-10-31');
    expect(out).toContain('答复期限（预计，征求意见尚未结束）：2025-11-17');
    expect(out).toContain('不计入（征求意见、等待期间）');
    expect(out).toContain('征求第三方意见（甲）期满：2025-10-24');
  });

  test('waiting for the applicant, a late notice, the end', async () => {
    const noticed = [received('2025-04-25'), { type: 'correctionNoticed', on: '2025-05-09' }];
    const delivered = [...noticed, { type: 'correctionNoticeDelivered', on: '2025-05-12' }];
    place('waiting.json', { events: delivered, today: '2025-05-12' });
    const waiting = (await run('waiting.json')).out;
    expect(waiting).toContain('正在等待补正，期限没有计算');
    expect(waiting).toContain('补正截止：2025-06-03');
    expect(waiting).toContain('原答复期限（补正告知超过7个工作日）：2025-05-27');
    const replied = [
      ...delivered,
      { type: 'corrected', on: '2025-05-22' },
      { type: 'replied', on: '2025-06-23' },
    ];
    place('replied.json', { events: replied, today: '2025-07-01' });
    expect((await run('replied.json')).out).toContain('已于2025-06-23答复，答复期限2025-06-20，逾期。');
  });

  test('a provisional date is never shown without its remark', async () => {
    place('x9.json', { events: [received('2026-12-10')], today: '2026-12-10' });
    const { out } = await run('x9.json');
    expect(out).toContain('答复期限：2027-01-08（暂定，待国务院办公厅公布2027年节假日安排后重算）');
    expect(out).toContain('内部时限（暂定）：');
  });

  test('settings: the period to correct, and a clock that runs on after payment', async () => {
    const fee = [
      received('2026-03-02'),
      { type: 'feeNoticed', on: '2026-03-20' },
      { type: 'feeNoticeDelivered', on: '2026-03-23' },
      { type: 'feePaid', on: '2026-04-10' },
    ];
    place('fee.json', { events: fee, today: '2026-04-10' });
    place('fee-on.json', { events: fee, today: '2026-04-10', settings: { 'fee.restartsClock': false } });
    expect((await run('fee.json')).out).toContain('答复期限：2026-05-12');
    expect((await run('fee-on.json')).out).toContain('答复期限：2026-04-20');
    place('short.json', {
      events: [
        received('2026-03-02'),
        { type: 'correctionNoticed', on: '2026-03-03' },
        { type: 'correctionNoticeDelivered', on: '2026-03-03' },
      ],
      settings: { 'application.correctionDays': 5 },
    });
    expect((await run('short.json')).out).toContain('补正截止：2026-03-10');
  });
});

test('the example of docs/cli.md', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8');
  const [example = ''] =
    /^ {4}\{\n.*?^ {4}\}$/ms.exec(guide.slice(guide.indexOf('application simulate'))) ?? [];
  place('guide.json', example);
  const { code, out } = await run('guide.json');
  expect(code).toBe(0);
  expect(out).toContain('答复期限：2025-11-20');
});

describe('a file with faults', () => {
  test.each([
    [[], '文件应为 JSON 对象，其中 events 为事件的列表'],
    [{ events: [] }, 'events 应有 1 至 200 项'],
    [{ events: ['received'] }, '第1项应为一个 JSON 对象。'],
    [{ events: [{ type: 'toString', on: '2026-03-02' }] }, '第1项的 type 应为以下之一：received'],
    [{ events: [received('2026-02-30')] }, '第1项的 on 应为“年-月-日”，例如 2026-03-02。'],
    [{ events: [received('2101-01-01')] }, '第1项的 on 不能晚于 2100-12-31。'],
    [{ events: [received('2018-01-02')] }, '工作日历从2018-12-01开始，无法计算2018-01-03。'],
    [{ events: [received('2026-03-02'), { type: 'extended', on: '2026-03-03' }] }, '第2项的 days 应为数字。'],
    [
      { events: [{ type: 'consultationSent', on: '2026-03-03', consultationId: '甲', kind: '第三方' }] },
      '第1项的 kind 应为 thirdPartyConsultation、coMakerConsultation、organConsultation 之一。',
    ],
    [{ events: [received('2026-03-02')], today: 'soon' }, '文件的 today 应为“年-月-日”'],
    [{ events: [received('2026-03-02')], settings: { days: 3 } }, '没有这项设置：days（可用：application.'],
    [
      { events: [received('2026-03-02')], settings: { 'application.correctionDays': 0 } },
      '设置 application.correctionDays（补正的期限（工作日））的值不对：应为 1 至 60 的整数。',
    ],
  ])('%j: %s', async (content, words) => {
    place('faulty.json', content);
    const { code, out, err } = await run('faulty.json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  test('an extension of half a day is a matter of law, not of the file', async () => {
    const events = [received('2026-03-02'), { type: 'extended', on: '2026-03-03', days: 0.5 }];
    place('half.json', { events, today: '2026-03-03' });
    const { code, out } = await run('half.json');
    expect(code).toBe(1);
    expect(out).toContain('延长的期限为1至20个工作日（条例第三十三条第二款）。');
  });
});
