import { randomUUID } from 'node:crypto';
import { applicationFileRoutes as routes } from '@zhaoshi/contract/routes/application-files';
import { type BundleManifest, readManifest } from '@zhaoshi/domain/application/case-bundle';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { verifyCaseFile } from '@zhaoshi/report-files/case-file/verify-case-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '../../../../../report-files/src/read/zip.ts';
import { makeZip } from '../../../../../report-files/test/make-zip.ts';
import { createWorld, type World } from '../../../../test/api-world.ts';
import { plantCaseFile, setStatus, sourcePdf } from '../../../../test/application-file-samples.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from '../../../../test/application-samples.ts';
import { lockCase } from '../../../db/queries/application-case.ts';
import { actOnCase, loadState } from '../act-on-case.ts';

let world: World;
let planted: PlantedCase;
let cookie: string;
beforeAll(async () => {
  world = await createWorld();
  planted = await plantCase(world, world.county);
  cookie = await world.signedIn(world.county, 'disclosureOfficer');
  await plantCaseFile(world, world.county, planted, { use: 'identity', name: '赵测试甲身份证.pdf' });
  await plantCaseFile(world, world.county, planted, { use: 'search', name: '.._.._检索截图.pdf' });
  await plantCaseFile(world, world.county, planted, { use: 'released', name: '方案.pdf' });
  await act(SEARCH);
  await act(CORRECTION);
  await setStatus(world, planted.applicationId, 'closed');
});
afterAll(() => world.close());

/** Does an act as an officer of the county. */
async function act(command: Command): Promise<void> {
  const { database, services } = world;
  const officer = await world.newPerson(world.county, ['disclosureOfficer']);
  await database.server.transaction().execute(async (transaction) => {
    const row = await lockCase(transaction, planted);
    if (row === undefined) throw new Error('no such case');
    const loaded = await loadState(transaction, row, database.context.now());
    const actor = { id: officer, roles: ['disclosureOfficer'] } as const;
    const done = await actOnCase(transaction, loaded, command, actor, {
      ...database.context,
      box: services.secretBox,
    });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  });
}

const ON = '2026-11-20' as CivilDate;
const SEARCH: Command = {
  act: { type: 'logSearch', on: ON, place: 'archiveRoom', minutes: 30, hits: 2 },
  texts: { terms: '养护资金 分配', person: '王档案', result: '找到两份文件' },
};
const CORRECTION: Command = {
  act: { type: 'noticeCorrection', on: ON, days: 15, letterId: randomUUID() },
  texts: {
    matters: '请写明哪一年的资金',
    guidance: '可以写文件名称、文号或者年份',
    'letter.grounds': 'identity',
    'letter.documentNumber': '示府公开补〔2026〕1号',
  },
};

async function exported(person = cookie) {
  const { regionId, applicationId } = planted;
  return await world.app.inject({
    method: 'POST',
    url: routes.caseFile.path.replace(':regionId', regionId).replace(':applicationId', applicationId),
    headers: { cookie: person, 'zhaoshi-request': 'console' },
  });
}

/** The zip unpacked, to be packed again with something changed. */
async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytes);
  const content = new Map<string, Buffer>();
  for (const name of zip.names) content.set(name, Buffer.from(await zip.read(name)));
  return content;
}

const packed = (content: ReadonlyMap<string, Buffer>): Buffer =>
  makeZip([...content].map(([name, data]) => ({ name, data })));

describe('the file of a closed case', () => {
  let bytes: Buffer;
  let content: Map<string, Buffer>;
  beforeAll(async () => {
    const answer = await exported();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(answer.headers['content-disposition']).toContain(
      encodeURIComponent(`${planted.registrationNumber}案卷.zip`),
    );
    bytes = answer.rawPayload;
    content = await unpacked(bytes);
  });

  it('holds catalogue, form, search log, files as supplied, all events and the manifest', () => {
    const names = [...content.keys()];
    expect(names[0]).toBe('00-卷内目录.html');
    expect(names.at(-1)).toBe('manifest.json');
    expect(names).toEqual(
      expect.arrayContaining([
        '01-申请/01-申请表.html',
        '01-申请/02-身份证明.pdf',
        '02-办理/01-检索记录.html',
        '02-办理/02-检索材料.pdf',
        '05-提供的信息/01-向申请人提供的文件.pdf',
        '06-办理记录/01-办理过程.html',
        '06-办理记录/02-办理过程数据.json',
      ]),
    );
    const text = (name: string): string => content.get(name)?.toString('utf8') ?? '';
    expect(text('01-申请/01-申请表.html')).toContain(SAMPLE_FORM.applicant.name);
    expect(text('01-申请/01-申请表.html')).toContain('居民身份证');
    expect(text('01-申请/01-申请表.html')).toContain(SAMPLE_FORM.description);
    expect(text('02-办理/01-检索记录.html')).toMatch(/档案室，30分钟，命中2条[\s\S]*养护资金 分配/);
    const course = text('06-办理记录/01-办理过程.html');
    expect(course).toContain('登记申请');
    expect(course).toContain('需要补正的原因：申请人的姓名（名称）、身份证明或者联系方式不全');
    expect(course).toContain('发文字号：示府公开补〔2026〕1号');
    for (const raw of ['grounds', 'documentNumber', 'identity']) expect(course).not.toContain(raw);
    expect(text('00-卷内目录.html')).toContain('赵测试甲身份证.pdf');
    expect(content.get('01-申请/02-身份证明.pdf')?.equals(sourcePdf())).toBe(true);
  });

  it('holds every letter as Word and PDF with its proof of delivery', () => {
    const letters = [...content.keys()].filter((name) => name.startsWith('04-'));
    expect(letters.map((name) => name.replace(/^[^/]+\/\d+-/, '')).toSorted()).toEqual([
      '政府信息公开申请接收回执.docx',
      '政府信息公开申请接收回执.pdf',
      '政府信息公开申请补正告知书.docx',
      '政府信息公开申请补正告知书.pdf',
      '送达回证.docx',
      '送达回证.docx',
      '送达回证.pdf',
      '送达回证.pdf',
    ]);
    for (const name of letters) {
      const start = content.get(name)?.subarray(0, 4).toString('latin1');
      expect(start, name).toBe(name.endsWith('.pdf') ? '%PDF' : 'PK\x03\x04');
    }
  });

  it('has no name of a person in any name of a file', () => {
    expect([...content.keys()].join()).not.toMatch(/赵测试甲|方案|\.\./);
  });

  it('is verified by its manifest; whatever is changed, added or left out is found', async () => {
    expect((await verifyCaseFile(bytes)).problems).toEqual([]);
    const name = [...content.keys()].find((one) => one.includes('检索记录')) ?? '';
    const changed = new Map(content).set(name, Buffer.from('别的内容'));
    expect((await verifyCaseFile(packed(changed))).problems).toEqual([
      expect.stringContaining('检索记录.html”与导出时不同'),
    ]);
    const added = new Map(content).set('02-办理/99-证据.html', Buffer.from('x'));
    expect((await verifyCaseFile(packed(added))).problems).toEqual([expect.stringContaining('多出')]);
    const lacking = new Map(content);
    lacking.delete(name);
    expect((await verifyCaseFile(packed(lacking))).problems).toEqual([expect.stringContaining('缺少')]);
  });

  it('is found out when the manifest is changed along', async () => {
    const manifest = readManifest(content.get('manifest.json')?.toString('utf8') ?? '') as BundleManifest;
    const [first, ...rest] = manifest.entries;
    if (first === undefined) throw new Error('no entries');
    const forged = { ...manifest, entries: rest };
    const without = new Map(content).set('manifest.json', Buffer.from(JSON.stringify(forged)));
    without.delete(first.path);
    expect((await verifyCaseFile(packed(without))).problems).toEqual([
      expect.stringContaining('总校验值不符'),
    ]);
    without.delete('manifest.json');
    expect((await verifyCaseFile(packed(without))).manifest).toBeNull();
  });

  it('leaves a trace of who took it out, without names', async () => {
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('action', '=', 'application.exportCaseFile')
      .executeTakeFirst();
    expect(entry?.details).toContain('"parts":');
    expect(entry?.details).not.toContain('赵测试甲');
  });

  it('is not given to who only reads, nor before the case is closed', async () => {
    const reader = await world.signedIn(world.county, 'auditor');
    expect((await exported(reader)).statusCode).toBe(403);
    await setStatus(world, planted.applicationId, 'delivered');
    const early = await exported();
    expect([early.statusCode, early.json()['detail']]).toEqual([409, expect.stringContaining('还没有办结')]);
    await setStatus(world, planted.applicationId, 'closed');
  });
});
