import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zhaoshi } from '../../cli/test/run-cli.ts';
import { totpCode } from '../src/use-cases/identity/totp.ts';
import { plantReport } from './annual-report-desk.ts';
import { reportFile } from './annual-report-file-samples.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { betweenCalls } from './between-calls.ts';
import { plantUnits, quietDraft, reportWay } from './report-way.ts';
import { enrol, newVisitor, PASSWORD, personWithPassword } from './visitor.ts';

const START = new Date('2026-11-21T02:03:04.567Z');
const minutes = (count: number): Date => new Date(START.getTime() + count * 60_000);

let world: World;
let address: string;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  address = await world.app.listen({ host: '127.0.0.1', port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-command-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

/** A signed-in person at a terminal. */
interface Clerk {
  readonly run: (line: string, ...typed: readonly string[]) => ReturnType<typeof zhaoshi>;
  readonly config: string;
  /** The code that is right at a moment. */
  readonly code: (at: Date) => string;
}

let clerks = 0;

async function clerkIn(organ: WorldOrgan, roles: readonly Role[], where = address): Promise<Clerk> {
  const { loginName } = await personWithPassword(world, organ, roles, START);
  const config = join(folder, `config-${clerks++}`);
  const run: Clerk['run'] = async (line, ...typed) =>
    await zhaoshi(line.split(' '), {
      cwd: folder,
      configFolder: config,
      stdin: Buffer.from(typed.map((word) => `${word}\n`).join('')),
    });
  const visitor = newVisitor(world);
  world.setNow(START);
  await visitor.signIn(loginName);
  const { key } = await enrol(visitor, START, PASSWORD);
  world.setNow(minutes(1));
  const signedIn = await run(`login ${where}`, loginName, PASSWORD, totpCode(key, minutes(1)));
  expect(signedIn.err).toBe('');
  return { run, config, code: (at) => totpCode(key, at) };
}

const idsOf = ({ regionId, organId }: WorldOrgan, reportYear: number) => ({ regionId, organId, reportYear });

async function stored(organ: WorldOrgan, reportYear: number) {
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const { body } = await world.call(annualReportRoutes.read, { params: idsOf(organ, reportYear) }, cookie);
  return body as unknown as {
    readonly status: string;
    readonly version: number;
    readonly findings: readonly { readonly rule: string; readonly status: string }[];
    readonly draft: {
      readonly texts: Readonly<Record<string, string>>;
      readonly sources: Readonly<Record<string, string>>;
    };
    readonly cells: Readonly<Record<string, { readonly value: number | null }>>;
  };
}

const write = (name: string, value: unknown): void =>
  writeFileSync(join(folder, name), JSON.stringify(value));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('zhaoshi report pull', () => {
  it('brings the report as a file that the other commands read, and in other formats', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    await (await reportWay(world, world.township, 2021)).save();
    const pulled = await clerk.run('report pull east/township 2021 -o 2021.json --findings');
    expect(pulled).toMatchObject({ code: 0, out: '' });
    expect(pulled.err).toContain('township 2021年度报告：编写中');
    expect(pulled.err).toMatch(/校验：阻断 \d+ 处，警告 \d+ 处/);
    expect(read('2021.json')).toMatchObject({ organ: 'township', reportYear: 2021, organKind: 'township' });
    expect((await clerk.run('report read 2021.json')).out).toContain('单位：township　年度：2021');
    const again = await clerk.run('report pull township 2021 -o 2021.json');
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('文件已存在，没有覆盖') });
    expect((await clerk.run('report pull township 2021 -o 2021.docx')).code).toBe(0);
    expect((await clerk.run('report read 2021.docx')).out).toContain('年度：2021');
    expect(JSON.parse((await clerk.run('report pull township 2021')).out).organ).toBe('township');
  });

  it('brings a frozen state by its number, and says what there is otherwise', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    const { key } = await plantReport(world, world.township, 'submitted');
    const frozen = await clerk.run(`report pull township ${key.reportYear} --submission 1 -o frozen.json`);
    expect(frozen).toMatchObject({ code: 0, err: expect.stringContaining('第1次封存') });
    const none = await clerk.run(`report pull township ${key.reportYear} --submission 7`);
    expect(none).toMatchObject({ code: 2, err: '这份报告没有第7次封存，有：1。\n' });
  });

  it('brings nothing of an organ that is not there or out of reach', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    const unknown = await clerk.run('report pull 没有这个单位 2021');
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('平台上没有这个机关') });
    const other = await clerk.run('report pull otherCounty 2021');
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('不在您的权限范围内') });
    const early = await clerk.run('report pull township 2016');
    expect(early).toMatchObject({ code: 2, err: expect.stringContaining('2019年起才有统一格式') });
  });
});

describe('zhaoshi report push', () => {
  it('shows what would change, writes it when told to, and leaves alone what is the same', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    const draft = quietDraft(2022);
    const s6 = '本年度未收取政府信息公开信息处理费；收到申请{newlyReceived.total}件。';
    await (await reportWay(world, world.township, 2022)).save({ ...draft, texts: { ...draft.texts, s6 } });
    await clerk.run('report pull township 2022 -o mine.json');
    const untouched = await clerk.run('report push mine.json');
    expect(untouched).toMatchObject({ code: 0, out: '文件与平台上的草稿一致，没有要写入的。\n' });

    const mine = read('mine.json');
    mine.sections.s5.text = '存在问题：公开不够及时。';
    mine.cells['t2.penalties/decisions'] = { state: 'value', value: 7, raw: '7' };
    write('mine.json', mine);
    const shown = await clerk.run('report push mine.json');
    expect(shown.code).toBe(1);
    expect(shown.out).toMatch(/行政处罚.* 1 +7 +6 .*不同/);
    expect(shown.out).toContain('存在问题：公开不够及时。');
    expect(shown.out).toContain('表二的数字原由台账统计，写入以后为手工填写');
    expect(shown.err).toContain('没有办理：请核对以上内容，加 --yes 再运行一次。');
    expect((await stored(world.township, 2022)).draft.sources).toMatchObject({ t2: 'counted' });

    const written = await clerk.run('report push mine.json --yes');
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('已写入平台上的草稿。') });
    const after = await stored(world.township, 2022);
    expect(after.draft.sources).toEqual({ t2: 'typed', t3: 'counted', t4: 'counted' });
    expect(after.draft.texts).toMatchObject({ s5: '存在问题：公开不够及时。', s6 });
    expect(after.cells['t2.penalties/decisions']?.value).toBe(7);
  });

  it('reads any format, also of a report that names its unit and year itself', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    writeFileSync(join(folder, '报送.docx'), await reportFile('township', 2023));
    const written = await clerk.run('report push 报送.docx --yes');
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('已写入平台上的草稿。') });
    expect((await stored(world.township, 2023)).draft.sources.t3).toBe('typed');
    const otherForm = await clerk.run('report push 报送.docx --year 2020 --organ east/township');
    expect(otherForm).toMatchObject({ code: 2, err: expect.stringContaining('2020年度用2019版') });
  });

  it('does not write over what somebody else saved while the changes were being looked at', async () => {
    const way = await reportWay(world, world.township, 2019);
    await way.save(quietDraft(2019));
    const draft = quietDraft(2019);
    const meanwhile = { ...draft, texts: { ...draft.texts, s1: '别人写的总体情况。' } };
    const proxy = await betweenCalls(address, async (path) => {
      if (path.endsWith('/check')) await way.save(meanwhile);
    });
    const clerk = await clerkIn(world.township, ['disclosureOfficer'], proxy.address);
    await clerk.run('report pull township 2019 -o 2019.json');
    const mine = read('2019.json');
    mine.sections.s5.text = '我写的问题。';
    write('2019.json', mine);
    const refused = await clerk.run('report push 2019.json --yes');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(
      '核对以后别人又修改过平台上的报告。没有写入，您的文件没有变化；请再运行一次',
    );
    expect((await stored(world.township, 2019)).draft.texts).toMatchObject(meanwhile.texts);
    await proxy.close();
  });

  it('writes nothing to a report that was frozen, nor for somebody who only reads', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    const leader = await clerkIn(world.township, ['leader']);
    const open = await leader.run('report push 报送.docx --year 2022 --yes');
    expect(open).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有这项权限。可用 zhaoshi login --organ'),
    });
    const { key } = await plantReport(world, world.township, 'inSignature');
    await clerk.run(`report pull township ${key.reportYear} -o sent.json`);
    const refused = await clerk.run('report push sent.json --yes');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('待签发，不能直接改动，没有写入');
  });
});

describe('zhaoshi report submit', () => {
  it('says everything that is against it, and does nothing', async () => {
    const clerk = await clerkIn(world.office, ['disclosureOfficer']);
    const told = await clerk.run('report submit east/office 2024 --yes');
    expect(told.code).toBe(1);
    expect(told.out).toContain('office 2024年度报告：编写中');
    expect(told.out).toContain('现在不能提请签发：\n  校验发现有错误，改正以前不能报送和公布：');
    expect((await stored(world.office, 2024)).status).toBe('drafting');
  });

  it('takes a report from the clerk to the leader to the competent department, asking before each step', async () => {
    const clerk = await clerkIn(world.township, ['disclosureOfficer']);
    const leader = await clerkIn(world.township, ['leader']);
    const way = await reportWay(world, world.township, 2024);
    await way.save();
    const failing = async () =>
      (await stored(world.township, 2024)).findings
        .filter(({ status }) => status === 'fail')
        .map(({ rule }) => rule);
    const unreviewed = await clerk.run('report submit township 2024 --secrecy-review 没有涉密内容。');
    expect(unreviewed.code).toBe(1);
    expect(await failing()).toContain('AR-PRV-02');
    await clerk.run('report submit township 2024 --secrecy-review 没有涉密内容。 --yes');
    expect(await failing()).not.toContain('AR-PRV-02');
    await way.review();
    const notYet = await leader.run('report submit township 2024 --yes');
    expect(notYet).toMatchObject({ code: 1, out: expect.stringContaining('您的角色不能提请签发。') });
    const asked = await clerk.run('report submit township 2024');
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('下一步是提请签发：现在的文字、各表数字和所计案件一并封存');
    expect(asked.err).toContain('没有办理：');

    const done = await clerk.run('report submit township 2024 --remark 请签发 --yes');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('已提请签发：待签发。封存校验值 ') });

    // Long after signing in, so that the code is asked for again; but somebody is there.
    world.setNow(minutes(8));
    await leader.run('login');
    const later = minutes(14);
    world.setNow(later);
    const signed = await leader.run('report submit township 2024 --yes', leader.code(later));
    expect(signed.out).toContain('下一步是签发并报送：您作为分管负责人签发封存的这份报告');
    expect(signed).toMatchObject({ code: 0, out: expect.stringContaining('已签发并报送：已报送。') });
    const waiting = await leader.run('report submit township 2024 --yes');
    expect(waiting).toMatchObject({
      code: 0,
      out: expect.stringContaining('已经报送，等主管部门审核接收。'),
    });
    world.setNow(START);
  });
});

describe('zhaoshi report aggregate', () => {
  it('adds what was sent on the platform and files of units without it, by the list of the platform', async () => {
    const { county, office, township, city } = world;
    await plantUnits(world, county, 2025, [office, township, city]);
    await plantReport(world, township, 'submitted', {
      reportYear: 2025,
      draft: { ...quietDraft(2025), sources: { t2: 'typed', t3: 'typed', t4: 'typed' } },
    });
    const clerk = await clerkIn(office, ['supervisor']);
    mkdirSync(join(folder, 'files'));
    writeFileSync(join(folder, 'files/office.docx'), await reportFile('office', 2025));
    const line = 'report aggregate files --platform county --year 2025';
    const { code, out, err } = await clerk.run(`${line} --by-unit`);
    expect(err).toBe('');
    expect(out).toContain('2025年度汇总（2021版格式），已计入2个单位');
    expect(out).toContain('未报送（1个）：city');
    expect(out).toMatch(/township +3 +平台/);
    expect(out).toMatch(/office +\d+ +files\/office\.docx/);
    expect(code).toBe(1);

    const json = JSON.parse((await clerk.run(`${line} --by-unit --json --out sum.docx`)).out);
    expect(json).toMatchObject({ organ: 'county', missing: ['city'], unlisted: [] });
    for (const { cell, value } of json.cells) {
      const parts = json.members.map(
        (member: { cells: Record<string, number | null> }) => member.cells[cell],
      );
      expect(parts.reduce((sum: number, part: number | null) => sum + (part ?? 0), 0)).toBeCloseTo(
        value ?? 0,
        6,
      );
    }
    expect(json.members.map(({ unit, file }: { unit: string; file: string | null }) => [unit, file])).toEqual(
      [
        ['township', null],
        ['office', 'files/office.docx'],
      ],
    );

    writeFileSync(join(folder, 'files/township.docx'), await reportFile('township', 2025));
    const twice = await clerk.run(line);
    expect(twice.code).toBe(2);
    expect(twice.err).toContain(
      'files/township.docx：“township”已在平台上报送，计入的是平台上的，没有重复计入',
    );
    expect(twice.out).toContain('已计入2个单位');
  });

  it('asks for the year, and says when there is no list', async () => {
    const clerk = await clerkIn(world.office, ['supervisor']);
    expect(await clerk.run('report aggregate --platform east')).toMatchObject({
      code: 2,
      err: '用 --platform 时请用 --year 写明年度。\n',
    });
    expect(await clerk.run('report aggregate --platform county --year 2019')).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有2019年度的报送单位名单'),
    });
    expect(await clerk.run('report aggregate')).toMatchObject({ code: 2 });
  });
});
