import { applicationQueryCodeRoutes } from '@zhaoshi/contract/routes/application-query-code';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { sheetFile, sheetRow } from '../../../test/application-transfer-samples.ts';
import { fileForm } from '../../../test/file-samples.ts';

let world: World;
let clerk: string;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signedIn(world.county, 'drafter');
});
afterAll(() => world.close());

const { issueQueryCode, queryCodeIssues } = applicationQueryCodeRoutes;
const CHECK = { check: 'document', note: '本人到窗口，核对了居民身份证，王某经手' } as const;

interface Case {
  readonly regionId: string;
  readonly applicationId: string;
}

async function issue({ regionId, applicationId }: Case, headers: Readonly<Record<string, string>> = {}) {
  const params = { regionId, applicationId };
  const { body } = await world.call(applicationRoutes.read, { params }, clerk);
  const version = { 'if-match': `"${String(body['version'])}"` };
  return await world.call(issueQueryCode, { params, body: CHECK }, clerk, { ...version, ...headers });
}

async function follow(number: string, code: string) {
  const browser = newApplicantBrowser(world.app);
  const answer = await browser.post('/follow', { number, code });
  return { browser, isOpen: answer.headers.location === '/follow/case' };
}

async function importOne(registrationNumber: string): Promise<Case> {
  const officer = await world.signedIn(world.county, 'disclosureOfficer');
  const ids = { regionId: world.county.regionId, organId: world.county.organId };
  const row = sheetRow({ registrationNumber, outcome: '予以公开，提供信息', resultOn: '2023-03-20' });
  const { body, type } = fileForm('旧登记簿.xlsx', await sheetFile([row]));
  const { checkImport, runImport } = applicationTransferRoutes;
  const request = { params: ids, body };
  const checked = await world.call(checkImport, request as never, officer, { 'content-type': type });
  await world.call(runImport, { params: { ...ids, importId: String(checked.body['importId']) } }, officer);
  const found = await world.database.server
    .selectFrom('application')
    .select(['region_id', 'application_id'])
    .where('registration_number', '=', registrationNumber)
    .executeTakeFirstOrThrow();
  return { regionId: found.region_id, applicationId: found.application_id };
}

describe('a query code', () => {
  it('lets the applicant of an imported case follow it', async () => {
    const imported = await importOne('2023-0099');
    const params = { regionId: imported.regionId, applicationId: imported.applicationId };
    expect((await world.call(queryCodeIssues, { params }, clerk)).body).toEqual({
      hasCode: false,
      issues: [],
    });
    const { status, body } = await issue(imported);
    expect(status).toBe(200);
    expect(body['registrationNumber']).toBe('2023-0099');
    const { browser, isOpen } = await follow('2023-0099', String(body['queryCode']));
    expect(isOpen).toBe(true);
    expect((await browser.get('/follow/case')).body).toContain('从旧登记簿转入');
    const issued = (await world.call(queryCodeIssues, { params }, clerk)).body;
    expect(issued).toMatchObject({ hasCode: true, issues: [CHECK] });
    expect(JSON.stringify(issued)).not.toContain(String(body['queryCode']));
  });

  it('that was lost opens nothing any more, nor does what was opened with it', async () => {
    const planted = await plantCase(world, world.county);
    const { registrationNumber: number, queryCode: lost } = planted;
    const { browser } = await follow(number, lost);
    expect((await browser.get('/follow/case')).statusCode).toBe(200);
    const { body } = await issue(planted);
    expect((await browser.get('/follow/case')).statusCode).toBe(404);
    expect((await follow(number, lost)).isOpen).toBe(false);
    expect((await follow(number, String(body['queryCode']))).isOpen).toBe(true);
  });

  it('is shown once: to a repeated call the same, to another clerk at the same time none', async () => {
    const planted = await plantCase(world, world.county);
    const params = { regionId: planted.regionId, applicationId: planted.applicationId };
    const headers = { 'if-match': '"1"', 'idempotency-key': 'issue-code-twice' };
    const first = await world.call(issueQueryCode, { params, body: CHECK }, clerk, headers);
    const again = await world.call(issueQueryCode, { params, body: CHECK }, clerk, headers);
    expect(again.body['queryCode']).toBe(first.body['queryCode']);
    const other = await world.call(issueQueryCode, { params, body: CHECK }, clerk, { 'if-match': '"1"' });
    expect(other.status).toBe(412);
  });

  it('stands hashed, and the trail says who checked what, without a word of it', async () => {
    const planted = await plantCase(world, world.county);
    const { body } = await issue(planted);
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'application.issueQueryCode')
      .where('subject', '=', `application/${planted.applicationId}`)
      .executeTakeFirstOrThrow();
    expect(entry.details).toContain('"identityCheck":"document"');
    const kept = JSON.stringify([
      entry,
      await world.database.owner.selectFrom('application').selectAll().execute(),
      await world.database.owner.selectFrom('query_code_issue').selectAll().execute(),
      await world.database.owner.selectFrom('idempotency').selectAll().execute(),
    ]);
    expect(kept).not.toContain(String(body['queryCode']));
    expect(kept).not.toContain('王某经手');
  });

  it('is not issued without saying how the identity was checked', async () => {
    const { regionId, applicationId } = await plantCase(world, world.county);
    const params = { regionId, applicationId };
    for (const sent of [
      { check: 'document', note: ' ' },
      { note: '核对了' },
      { check: 'none', note: '无' },
    ]) {
      const answer = await world.call(issueQueryCode, { params, body: sent as never }, clerk, {
        'if-match': '"1"',
      });
      expect(answer.status).toBe(422);
    }
  });
});
