import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { SAMPLE_FORM } from './application-samples.ts';
import { fileForm } from './file-samples.ts';
import { pdf } from './sample-files.ts';
import { testServices } from './test-api.ts';

/** What names the applicant, and what officers wrote of people; none of it may get out anywhere. */
const PERSONAL = {
  name: '欧阳出口辛',
  identityNumber: '110105194912310038',
  phone: '13987650001',
  email: 'ouyang-exit@example.cn',
  address: '出口检验路77号',
  contactLog: '联系记录其母称不在家',
  opinion: '第三方称涉及离婚财产',
  fileName: '欧阳出口辛身份证.pdf',
  fileContent: 'ouyang-exit-file-content',
  summaryPhone: '13700001111',
} as const;

const SECRETS = Object.entries(PERSONAL).map(([what, text]) => ({ what, text }));

const lines: string[] = [];
const folder = testServices();
let world: World;
let officer: string;
let params: { readonly regionId: string; readonly applicationId: string };

async function act(sent: object, texts: Readonly<Record<string, string>>): Promise<void> {
  const { body } = await world.call(applicationRoutes.read, { params }, officer);
  const answer = await world.call(
    applicationRoutes.act,
    { params, body: { act: { on: '2026-11-20', ...sent }, texts } as never },
    officer,
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

async function upload(): Promise<string> {
  const { regionId, organId } = world.county;
  const content = Buffer.concat([pdf(), Buffer.from(PERSONAL.fileContent)]);
  const form = fileForm(PERSONAL.fileName, content);
  const { status, body } = await world.call(
    applicationFileRoutes.upload,
    { params: { regionId, organId }, body: form.body } as never,
    officer,
    { 'content-type': form.type },
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body['fileId']);
}

beforeAll(async () => {
  world = await createWorld({ files: folder.files }, undefined, (line) => lines.push(line));
  officer = await world.signedIn(world.county, 'disclosureOfficer');
  const { regionId, organId } = world.county;
  const { name, identityNumber, phone, email, address } = PERSONAL;
  const registered = await world.call(
    applicationRoutes.register,
    {
      params: { regionId, organId },
      body: {
        channel: 'counter',
        isMisaddressed: false,
        sentOn: null,
        arrivedOn: '2026-11-20',
        confirmedOn: null,
        summary: null,
        form: {
          ...SAMPLE_FORM,
          applicant: { ...SAMPLE_FORM.applicant, name, identityNumber, phone, email, address },
          description: `${name}申请公开宅基地审批表，电话${PERSONAL.summaryPhone}`,
        },
        fileIds: [{ fileId: await upload(), use: 'identity' }],
      },
    },
    officer,
  );
  expect(registered.status, JSON.stringify(registered.body)).toBe(200);
  params = { regionId, applicationId: String(registered.body['applicationId']) };
  await act({ type: 'logContact', reached: false }, { way: '电话', result: PERSONAL.contactLog });
  await act({ type: 'takeUp' }, {});
  await act({ type: 'note' }, { text: PERSONAL.opinion });
});
afterAll(() => world.close());

/** Every row of every table, as text. */
async function wholeDatabase(): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.database.owner);
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{
      readonly row: string;
    }>`select t::text as row from ${sql.raw(name)} t`.execute(world.database.owner);
    texts.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}

const filesBelow = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );

describe('what names an applicant', () => {
  it('is read by who handles the case', async () => {
    const { body } = await world.call(applicationRoutes.read, { params }, officer);
    const text = JSON.stringify(body);
    for (const { what } of SECRETS.filter((secret) => !secret.what.startsWith('file'))) {
      expect(text, what).toContain(PERSONAL[what as keyof typeof PERSONAL]);
    }
  });

  it('the look into the database sees what stands there in clear', async () => {
    expect((await wholeDatabase()).get('public.application')).toContain('宅基地审批表');
  });

  it.each(SECRETS)('stands in no table of the database: $what', async ({ text }) => {
    for (const [table, rows] of await wholeDatabase()) expect(rows.includes(text), table).toBe(false);
  });

  it.each(SECRETS)('stands in no line of the log: $what', ({ text }) => {
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.includes(text))).toEqual([]);
  });

  it.each(SECRETS)('stands in no file and no name of one: $what', ({ text }) => {
    const root = join(folder.files.spoolFolder, '..');
    expect(root.startsWith(tmpdir())).toBe(true);
    const paths = filesBelow(root);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      expect(path.includes(text)).toBe(false);
      expect(readFileSync(path).includes(Buffer.from(text)), path).toBe(false);
    }
  });

  describe.each(['supervisor', 'assessor', 'auditor', 'administrator'] as const)('asked by %s', (role) => {
    it('is in no answer', async () => {
      const home = role === 'supervisor' || role === 'assessor' ? world.office : world.county;
      const cookie = await world.signedIn(home, role);
      const { name, phone } = PERSONAL;
      const answers = [
        await world.call(applicationRoutes.read, { params }, cookie),
        await world.call(applicationRoutes.search, { body: {} } as never, cookie),
        await world.call(applicationRoutes.search, { body: { q: '宅基地' } } as never, cookie),
        await world.call(applicationRoutes.search, { body: { applicant: name } } as never, cookie),
        await world.call(applicationFileRoutes.list, { params }, cookie),
        await world.call(deskRoutes.search, { query: { q: '宅基地' } }, cookie),
        await world.call(deskRoutes.search, { query: { q: phone } }, cookie),
        await world.call(deskRoutes.todo, {}, cookie),
        await world.call(deskRoutes.notifications, { query: {} }, cookie),
        await world.call(auditRoutes.list, { query: {} }, cookie),
      ];
      for (const [index, { body }] of answers.entries()) {
        for (const { what, text } of SECRETS) {
          expect(JSON.stringify(body).includes(text), `answer ${index}: ${what}`).toBe(false);
        }
      }
      // Whether somebody applied is itself a fact about them.
      expect(answers[3]?.body['items'] ?? []).toEqual([]);
    });
  });

  it.each(['/', '/east', '/east/county', '/search?q=%E5%AE%85%E5%9F%BA%E5%9C%B0', '/sitemap.xml'])(
    'is on no public page: %s',
    async (url) => {
      const { body } = await world.app.inject({ method: 'GET', url });
      for (const { what, text } of SECRETS) expect(body.includes(text), what).toBe(false);
      expect(body).not.toContain('宅基地审批表');
    },
  );
});
