import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationFileRoutes as routes } from '@zhaoshi/contract/routes/application-files';
import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { latin, onePage, pdfOfObjects } from '../../../../redaction/test/drawn-pdf.ts';
import { everything } from '../../../../redaction/test/outside-reader.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import {
  OPEN_WORDS,
  plantCaseFile,
  plantSealedFile,
  SECRET,
  SECRET_MARK,
  setStatus,
  sourcePdf,
} from '../../../test/application-file-samples.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { fileForm, plantFile } from '../../../test/file-samples.ts';
import { sweepUnattachedFiles } from '../../use-cases/files/sweep-files.ts';

let world: World;
let planted: PlantedCase;
let cookie: string;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  planted = await plantCase(world, world.county);
  cookie = await world.signedIn(world.county, 'disclosureOfficer');
});

const params = () => ({ regionId: planted.regionId, applicationId: planted.applicationId });
const file = (fileId: string) => ({ ...params(), fileId });
const listed = async () => {
  const { body } = await world.call(routes.list, { params: params() }, cookie);
  return body as unknown as {
    readonly files: readonly {
      readonly fileId: string;
      readonly use: string;
      readonly name: string;
      readonly redaction: unknown;
    }[];
    readonly letterFields: Readonly<Record<string, string>>;
  };
};
const redact = (fileId: string, marks: readonly object[] = [SECRET_MARK], name = '预算') =>
  world.call(routes.redact, { params: file(fileId), body: { name, marks } as never }, cookie);

async function download(fileId: string, headers: Readonly<Record<string, string>> = {}) {
  const { regionId, applicationId } = params();
  return await world.app.inject({
    method: 'GET',
    url: `/api/applications/${regionId}/${applicationId}/files/${fileId}/content`,
    headers: { cookie, ...headers },
  });
}

/** Every byte that the server keeps: the storage, its spool, and all rows as the backup would copy them. */
async function everythingKept(): Promise<string> {
  const { spoolFolder } = world.services.files;
  const root = join(spoolFolder, '..');
  const bytes = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
  const tables = ['file', 'application_file', 'application_redaction', 'audit_entry', 'idempotency'] as const;
  const rows = await Promise.all(
    tables.map((table) => world.database.owner.selectFrom(table).selectAll().execute()),
  );
  return `${bytes.join('\n')}\n${JSON.stringify(rows)}`;
}

async function uploaded(name: string, content: Buffer): Promise<string> {
  const { body, type } = fileForm(name, content);
  const { regionId, organId } = world.county;
  const { body: answer } = await world.call(
    routes.upload,
    { params: { regionId, organId }, body } as never,
    cookie,
    { 'content-type': type },
  );
  return String(answer['fileId']);
}

describe('a file of a person', () => {
  it('is uploaded, added and read again, and nothing of its content or name lies anywhere', async () => {
    const content = Buffer.concat([sourcePdf(), Buffer.from('%张三丰的病历\n')]);
    const fileId = await uploaded('张三丰病历.pdf', content);
    const added = await world.call(
      routes.add,
      { params: params(), body: { fileId, use: 'evidence' } },
      cookie,
    );
    expect(added.status).toBe(200);
    expect((await listed()).files).toMatchObject([{ fileId, use: 'evidence', name: '张三丰病历.pdf' }]);
    const kept = await everythingKept();
    for (const told of ['张三丰', SECRET, OPEN_WORDS, Buffer.from('张三丰').toString('latin1')])
      expect(kept).not.toContain(told);
    const whole = await download(fileId);
    expect(whole.rawPayload.equals(content)).toBe(true);
    expect(whole.headers['content-disposition']).toContain(encodeURIComponent('张三丰病历.pdf'));
    expect(whole.headers['cache-control']).toBe('private, no-store');
    const part = await download(fileId, { range: 'bytes=100-199' });
    expect([part.statusCode, part.rawPayload.equals(content.subarray(100, 200))]).toEqual([206, true]);
  });

  it('is reached only by who may see the applicant, and by no other way', async () => {
    const fileId = await plantCaseFile(world, world.county, planted);
    const { regionId } = planted;
    for (const role of ['auditor', 'assessor', 'supervisor', 'administrator'] as const) {
      const other = await world.signedIn(world.county, role);
      const answer = await world.call(routes.download, { params: file(fileId) }, other);
      expect([403, 404], role).toContain(answer.status);
    }
    for (const route of [fileRoutes.read, fileRoutes.download]) {
      expect((await world.call(route, { params: { regionId, fileId } }, cookie)).status).toBe(404);
    }
    const elsewhere = await plantCase(world, world.county);
    const wrong = { ...file(fileId), applicationId: elsewhere.applicationId };
    expect((await world.call(routes.download, { params: wrong }, cookie)).status).toBe(404);
  });

  it('that lies open, or belongs to a case already, is not drawn in', async () => {
    const { fileId: open } = await plantFile(world, world.county);
    const used = await plantCaseFile(world, world.county, await plantCase(world, world.county));
    for (const fileId of [open, used]) {
      const { status, body } = await world.call(
        routes.add,
        { params: params(), body: { fileId, use: 'search' } },
        cookie,
      );
      expect([status, String(body['detail'])]).toEqual([422, expect.stringContaining('重新上传')]);
    }
    const { regionId, organId } = world.county;
    const body = { ...REGISTRATION, fileIds: [{ fileId: open, use: 'form' as const }] };
    const registered = await world.call(
      applicationRoutes.register,
      { params: { regionId, organId }, body },
      cookie,
    );
    expect(registered.status).toBe(422);
  });

  it('goes with the sweep once it is taken out, and stays in an archived case', async () => {
    const fileId = await plantCaseFile(world, world.county, planted);
    expect((await world.call(routes.remove, { params: file(fileId) }, cookie)).status).toBe(200);
    const later = new Date(world.database.context.now().getTime() + 8 * 86_400_000);
    const context = { ...world.database.context, services: world.services, now: () => later };
    expect(await sweepUnattachedFiles(context)).toBeGreaterThan(0);
    const kept = await plantCaseFile(world, world.county, planted);
    await setStatus(world, planted.applicationId, 'archived');
    const refused = await world.call(routes.remove, { params: file(kept) }, cookie);
    expect([refused.status, refused.body['detail']]).toEqual([409, expect.stringContaining('已归档')]);
    expect((await download(kept)).statusCode).toBe(200);
  });

  it('that the applicant handed in stays, and so does what was given out', async () => {
    const proof = await plantCaseFile(world, world.county, planted, {
      use: 'identity',
      uploadedBy: 'applicant/1234',
    });
    const removed = await world.call(routes.remove, { params: file(proof) }, cookie);
    expect(removed.body['detail']).toContain('申请人自己提交');
    const given = await plantCaseFile(world, world.county, planted, { use: 'released' });
    await setStatus(world, planted.applicationId, 'delivered');
    const stands = await world.call(routes.remove, { params: file(given) }, cookie);
    expect([stands.status, String(stands.body['detail'])]).toEqual([
      409,
      expect.stringContaining('不能移除'),
    ]);
    const fileId = await plantSealedFile(world, world.county);
    const late = await world.call(
      routes.add,
      { params: params(), body: { fileId, use: 'released' } },
      cookie,
    );
    expect([late.status, String(late.body['detail'])]).toEqual([
      409,
      expect.stringContaining('答复已经批准'),
    ]);
  });
});

const REGISTRATION = {
  channel: 'counter',
  isMisaddressed: false,
  sentOn: null,
  arrivedOn: '2026-11-20',
  confirmedOn: null,
  summary: null,
  form: SAMPLE_FORM,
} as const;

describe('redaction', () => {
  it('proposes, covers, is looked through, released, and fills the reply', async () => {
    const source = await plantCaseFile(world, world.county, planted);
    const found = await world.call(
      routes.findText,
      { params: file(source), body: { words: [OPEN_WORDS] } },
      cookie,
    );
    expect(JSON.stringify(found.body)).toContain('idCard');
    expect(JSON.stringify(found.body)).toContain('word');
    const made = await redact(source);
    expect(made.status).toBe(200);
    const fileId = String(made.body['fileId']);
    const bytes = (await download(fileId)).rawPayload;
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(everything(bytes).toString('latin1')).not.toContain(SECRET);
    expect((await listed()).files.map(({ use, name }) => `${use} ${name}`).toSorted()).toEqual([
      'redacted 预算.pdf',
      'source 张三的材料.pdf',
    ]);
    expect((await listed()).letterFields).toEqual({});
    expect((await world.call(routes.release, { params: file(fileId) }, cookie)).status).toBe(200);
    const { files, letterFields } = await listed();
    expect(files.find((one) => one.fileId === fileId)?.use).toBe('released');
    expect(letterFields).toMatchObject({
      grounds: 'article15',
      part: '“预算.pdf”中标注1的',
      enclosures: '预算',
      reason: '标注1的部分涉及个人隐私（条例第十五条）：当事人的身份证号码。',
    });
    const reply = await world.call(
      applicationLetterRoutes.templateFields,
      { params: params(), query: { act: 'draftReply', outcome: 'partiallyGranted' } },
      cookie,
    );
    expect(JSON.stringify(reply.body)).toContain('标注1的部分涉及个人隐私');
    expect(JSON.stringify(reply.body)).toContain('article15');
    const again = await world.call(routes.release, { params: file(fileId) }, cookie);
    expect(again.status).toBe(409);
    const sourceStays = await world.call(routes.remove, { params: file(source) }, cookie);
    expect(sourceStays.body['detail']).toContain('先移除遮盖件');
    expect(await everythingKept()).not.toContain('身份证号码');
  });

  it('says what was probably forgotten, to whoever looks the file through', async () => {
    const twice = `${latin(60, 700, 14, `ID ${SECRET}`)}${latin(60, 600, 14, `ID ${SECRET}`)}`;
    const content = Buffer.from(pdfOfObjects(onePage(twice)));
    const source = await plantCaseFile(world, world.county, planted, { content });
    await redact(source);
    const { files } = await listed();
    expect(files.find(({ use }) => use === 'redacted')?.redaction).toMatchObject({
      repeated: [{ label: '1', pages: [1] }],
      marks: [{ label: '1', ground: 'privacy' }],
    });
  });

  it.each([
    ['outside the page', { x: 0.9, width: 0.5 }, 422],
    ['on a page that is not there', { page: 2 }, 422],
    ['without a size', { width: 0 }, 422],
    ['of negative place', { x: -0.1 }, 422],
    ['with a ground that is none', { ground: 'because' }, 422],
  ])('a mark %s is refused and nothing is kept', async (_name, change, status) => {
    const source = await plantCaseFile(world, world.county, planted);
    const refused = await redact(source, [{ ...SECRET_MARK, ...change }]);
    expect([refused.status, refused.body['code']]).toEqual([status, 'invalid']);
    expect((await listed()).files).toHaveLength(1);
  });

  it('of the same file twice at once makes one, and the other is told', async () => {
    const source = await plantCaseFile(world, world.county, planted);
    const answers = await Promise.all([redact(source), redact(source)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const told = answers.find(({ status }) => status === 409)?.body['detail'];
    expect(told).toContain('等待确认');
    expect((await listed()).files.map(({ use }) => use).toSorted()).toEqual(['redacted', 'source']);
  });

  it('of an encrypted or broken file is refused with what to do', async () => {
    const encrypted = Buffer.from(
      sourcePdf()
        .toString('latin1')
        .replace(
          '/Root 1 0 R',
          `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<01><01>]/Root 1 0 R`,
        ),
      'latin1',
    );
    const source = await plantCaseFile(world, world.county, planted, { content: encrypted });
    const refused = await redact(source);
    expect([refused.status, String(refused.body['detail'])]).toEqual([415, expect.stringContaining('加密')]);
    const broken = await plantCaseFile(world, world.county, planted, {
      content: Buffer.from('%PDF-1.7\nxx\n%%EOF\n'),
    });
    expect((await redact(broken)).status).toBe(415);
    expect((await world.call(routes.pages, { params: file(broken) }, cookie)).status).toBe(415);
  });

  it('never releases a file that was not made by it or is of another case', async () => {
    const source = await plantCaseFile(world, world.county, planted);
    expect((await world.call(routes.release, { params: file(source) }, cookie)).status).toBe(409);
    const foreign = await plantCaseFile(world, world.county, await plantCase(world, world.county));
    expect((await world.call(routes.release, { params: file(foreign) }, cookie)).status).toBe(404);
    expect((await redact(foreign)).status).toBe(404);
  });
});
