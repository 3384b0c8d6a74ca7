import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { verifyCaseFile } from '@zhaoshi/report-files/case-file/verify-case-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { plantSealedFile } from '../../../test/application-file-samples.ts';
import { readyForLetters } from '../../../test/application-samples.ts';
import { AMENDMENT_REQUEST } from '../../../test/record-amendment-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  world.setNow(new Date('2026-11-21T02:00:00.000Z'));
  officer = await world.signedIn(world.office, 'disclosureOfficer');
  await readyForLetters(world, world.office);
});
afterAll(() => world.close());

async function register(receivedOn: string, fileIds: readonly string[] = []) {
  const { regionId, organId } = world.office;
  const body = { channel: 'post' as const, receivedOn, request: AMENDMENT_REQUEST, fileIds: [...fileIds] };
  return await world.call(recordAmendmentRoutes.register, { params: { regionId, organId }, body }, officer);
}

const paramsOf = ({ regionId, amendmentId }: Readonly<Record<string, unknown>>) => ({
  regionId: String(regionId),
  amendmentId: String(amendmentId),
});

describe('a request to amend a record that comes by post (条例41)', () => {
  it('counts from the day it was signed for, and is followed with the code that the desk gives', async () => {
    const { status, body } = await register('2026-11-13', [await plantSealedFile(world, world.office)]);
    expect(status, JSON.stringify(body)).toBe(200);
    const shown = await world.call(recordAmendmentRoutes.read, { params: paramsOf(body) }, officer);
    expect(shown.body).toMatchObject({
      number: body['number'],
      channel: 'post',
      receivedOn: '2026-11-13',
      dueOn: '2026-12-11',
      request: AMENDMENT_REQUEST,
    });
    expect(shown.body['files']).toHaveLength(1);
    const browser = newApplicantBrowser(world.app);
    await browser.get('/follow');
    await browser.post('/follow', { number: String(body['number']), code: String(body['queryCode']) });
    expect((await browser.get('/follow/case')).body).toContain('已收到，正在核实');
  });

  it('cannot have come tomorrow', async () => {
    const { status, body } = await register('2026-11-22');
    expect([status, body['errors']]).toEqual([
      422,
      [{ pointer: '/receivedOn', message: '收到日期不能晚于今天。' }],
    ]);
  });

  it('is handed out as one file that checks itself once it is decided, and the trail says so', async () => {
    const evidence = await plantSealedFile(world, world.office);
    const params = paramsOf((await register('2026-11-20', [evidence])).body);
    const early = await world.call(recordAmendmentRoutes.caseFile, { params }, officer);
    expect([early.status, early.body['detail']]).toEqual([409, expect.stringContaining('还没有决定')]);
    const body = { decision: 'amended', on: '2026-11-21', texts: { reason: '核对一致，已更正。' } } as const;
    await world.call(recordAmendmentRoutes.decide, { params, body }, officer, { 'if-match': '"1"' });
    const { path } = recordAmendmentRoutes.caseFile;
    const file = await world.app.inject({
      method: 'POST',
      url: path.replace(':regionId', params.regionId).replace(':amendmentId', params.amendmentId),
      headers: { cookie: officer, 'zhaoshi-request': 'console' },
    });
    const { manifest, problems } = await verifyCaseFile(file.rawPayload);
    expect([file.statusCode, problems]).toEqual([200, []]);
    expect(manifest?.entries.map((entry) => entry.path)).toEqual([
      '00-卷内目录.html',
      '01-申请/01-更正申请表.html',
      '01-申请/02-证据材料.pdf',
      '04-文书和送达/01-更正告知书.docx',
      '04-文书和送达/02-更正告知书.pdf',
      '06-办理记录/01-办理和送达记录.html',
    ]);
    const trail = await world.database.server
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `recordAmendment/${params.amendmentId}`)
      .orderBy('sequence')
      .execute();
    expect(trail.map(({ action }) => action)).toEqual([
      'recordAmendment.register',
      'recordAmendment.decide',
      'recordAmendment.exportFile',
    ]);
  });
});
