import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import {
  APPLY_START,
  PROOF,
  receiptOf,
  TYPED_PERSON,
  TYPED_REQUEST,
  upToConfirm,
  upToIdentity,
} from '../../../test/applicant-journey.ts';
import { pdf } from '../../../test/sample-files.ts';
import { applyRetention } from '../../operations/retention/retention.ts';
import { openForm } from '../../use-cases/applications/show-case.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const NOW = new Date('2026-11-21T02:03:04.567Z');
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

const cases = () =>
  world.database.server.selectFrom('application').selectAll().orderBy('entered_at').execute();

describe('choosing the organ', () => {
  it('offers the organs of a region with office, phone, hours and address, and no village', async () => {
    const ids = { region_id: world.office.regionId, organ_id: world.office.organId };
    await world.database.server
      .insertInto('disclosure_office')
      .values({
        ...ids,
        name: '政务公开股',
        phone: '0531-8888',
        office_hours: '工作日9至17时',
        duties: [],
        version: 2,
      })
      .execute();
    await world.database.server
      .insertInto('organ_contact')
      .values({ ...ids, address: '示范路1号', phone: '0531-1111' })
      .execute();
    await world.database.server
      .insertInto('organ')
      .values({
        region_id: world.county.regionId,
        organ_id: '00000000-0000-4000-8000-000000000001',
        parent_id: world.township.organId,
        slug: 'cun',
        name: '某村村民委员会',
        kind: 'village',
        level: 'village',
        valid_from: '2019-05-15',
        valid_to: null,
        path: `${world.township.path}00000000-0000-4000-8000-000000000001/`,
      })
      .execute();
    const { body } = await newApplicantBrowser(world.app).get('/apply?region=east');
    expect(body).toContain('href="/apply/east/office"');
    for (const words of ['政务公开股', '0531-8888', '工作日9至17时', '示范路1号'])
      expect(body).toContain(words);
    expect(body).not.toContain('0531-1111');
    expect(body).not.toContain('村民委员会</a>');
    expect((await newApplicantBrowser(world.app).get('/apply/east/cun')).statusCode).toBe(404);
  });

  it('looks first whether it is public already, and takes the words along', async () => {
    const browser = newApplicantBrowser(world.app);
    const { body, headers } = await browser.get(`${APPLY_START}?q=养护资金`);
    expect(body).toContain('没有找到含有“养护资金”的内容');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    await browser.post(APPLY_START, {});
    expect((await browser.get('/apply/kind')).headers['content-security-policy']).not.toContain('script-src');
    await browser.post('/apply/kind', { kind: 'naturalPerson' });
    await browser.get('/apply/applicant');
    await browser.post('/apply/applicant', TYPED_PERSON);
    expect((await browser.get('/apply/request')).body).toContain('养护资金</textarea>');
  });
});

describe('the form', () => {
  it('leads by steps to a receipt, and the case waits for both sides to confirm its day', async () => {
    const browser = newApplicantBrowser(world.app);
    const confirm = await upToConfirm(browser);
    for (const words of ['赵测试甲', '居民身份证', '按乡镇列明', '身份证正反面.pdf', '网上下载']) {
      expect(confirm.body).toContain(words);
    }
    expect((await browser.post('/apply/confirm', {})).headers.location).toBe('/apply/receipt');
    const receipt = await browser.get('/apply/receipt');
    const { number, code } = receiptOf(receipt.body);
    expect(number).toMatch(/^2026\d{4}$/);
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    const row = (await cases()).at(-1);
    if (row === undefined) throw new Error('no case');
    expect(row).toMatchObject({
      registration_number: number,
      channel: 'portal',
      status: 'awaitingConfirmation',
      arrived_on: '2026-11-21',
      receipt_date: null,
    });
    expect(openForm(world.services.secretBox, row)).toMatchObject({
      applicant: { name: TYPED_PERSON.name, identityType: 'residentCard' },
      description: '2025年农村公路养护资金的分配方案\n按乡镇列明',
      acceptsOtherWay: true,
    });
    const files = await world.database.server
      .selectFrom('application_file')
      .innerJoin('file', 'file.file_id', 'application_file.file_id')
      .select(['use', 'file.state'])
      .where('application_id', '=', row.application_id)
      .execute();
    expect(files).toEqual([{ use: 'identity', state: 'attached' }]);
  });

  it('says on top what is wrong, with the way to each field, and keeps what was typed', async () => {
    const browser = newApplicantBrowser(world.app);
    await browser.get(APPLY_START);
    await browser.post(APPLY_START, {});
    await browser.get('/apply/kind');
    const none = await browser.post('/apply/kind', {});
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('<title>错误：第1步，共5步：申请人类型');
    expect(none.body).toContain('<a href="#kind">');
    await browser.post('/apply/kind', { kind: 'commercialEnterprise' });
    await browser.get('/apply/applicant');
    const { body } = await browser.post('/apply/applicant', { name: '某公司', legalRepresentative: '<乙>' });
    expect(body).toContain('<a href="#creditCode">');
    expect(body).toContain('<a href="#phone">');
    expect(body).toContain('value="某公司"');
    expect(body).toContain('value="&lt;乙&gt;"');
    expect(body).toMatch(
      /id="creditCode"[^>]* aria-describedby="creditCode-help creditCode-error" aria-invalid="true"/,
    );
    // Also when the page is opened anew.
    expect((await browser.get('/apply/applicant')).body).toContain('value="某公司"');
  });

  it('asks an organisation and its agent for their own fields and proofs', async () => {
    const browser = newApplicantBrowser(world.app);
    await browser.get(APPLY_START);
    await browser.post(APPLY_START, {});
    await browser.get('/apply/kind');
    await browser.post('/apply/kind', { kind: 'legalServiceInstitution', hasAgent: 'yes' });
    const form = await browser.get('/apply/applicant');
    expect(form.body).not.toContain('name="identityType"');
    expect(form.body).toContain('autocomplete="organization"');
    const agent = { agentName: '乙', agentIdentityNumber: '11010519491231002X', agentPhone: '010-12345678' };
    await browser.post('/apply/applicant', {
      name: '某律师事务所',
      creditCode: '31110000E00017525P',
      email: 'a@example.cn',
      ...agent,
    });
    await browser.get('/apply/request');
    await browser.post('/apply/request', { ...TYPED_REQUEST, supplyWay: 'email' });
    const page = await browser.get('/apply/identity');
    const without = await browser.upload('/apply/identity', { answer: answerTo(page.body) }, [PROOF]);
    expect(without.body).toContain('<a href="#powerOfAttorney">请上传授权委托书。</a>');
    // What was uploaded is kept, and the question was answered.
    expect(without.body).toContain('已上传：身份证正反面.pdf');
    expect(without.body).not.toContain('请回答');
    const both = await browser.upload('/apply/identity', {}, [
      { field: 'powerOfAttorney', name: '授权.pdf', content: pdf() },
    ]);
    expect(both.headers.location).toBe('/apply/confirm');
    await browser.get('/apply/confirm');
    await browser.post('/apply/confirm', {});
    const row = (await cases()).at(-1);
    if (row === undefined) throw new Error('no case');
    expect(row.applicant_kind).toBe('legalServiceInstitution');
    expect(openForm(world.services.secretBox, row).agent?.name).toBe('乙');
  });

  it('takes a proof by two clicks at once as by one', async () => {
    const browser = newApplicantBrowser(world.app);
    const page = await upToIdentity(browser);
    const answer = answerTo(page.body);
    const twice = await Promise.all([1, 2].map(() => browser.upload('/apply/identity', { answer }, [PROOF])));
    expect(twice.map(({ headers }) => headers.location)).toEqual(['/apply/confirm', '/apply/confirm']);
    expect((await browser.get('/apply/confirm')).body).toContain('身份证正反面.pdf');
  });

  it('lets nobody past a step that is not right', async () => {
    const browser = newApplicantBrowser(world.app);
    await browser.get(APPLY_START);
    await browser.post(APPLY_START, {});
    for (const step of ['applicant', 'request', 'identity', 'confirm']) {
      expect((await browser.get(`/apply/${step}`)).headers.location).toBe('/apply/kind');
    }
    const page = await upToIdentity(newApplicantBrowser(world.app));
    expect(page.body).toContain('个人信息处理告知');
  });

  it('goes on with the draft of the same organ', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToIdentity(browser);
    await browser.get(APPLY_START);
    await browser.post(APPLY_START, {});
    expect((await browser.get('/apply/identity')).statusCode).toBe(200);
  });

  it('doubts an identity number that cannot be right, and takes it', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    await browser.get('/apply/applicant');
    await browser.post('/apply/applicant', { ...TYPED_PERSON, identityNumber: '110105194912310021' });
    const { body } = await browser.get('/apply/confirm');
    expect(body).toContain('请再核对');
    expect((await browser.post('/apply/confirm', {})).headers.location).toBe('/apply/receipt');
  });
});

describe('sending', () => {
  it('enters a case once, however often and however fast the button is pressed', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    const before = (await cases()).length;
    const sent = await Promise.all([1, 2, 3].map(() => browser.post('/apply/confirm', {})));
    expect(sent.map(({ headers }) => headers.location)).toEqual([
      '/apply/receipt',
      '/apply/receipt',
      '/apply/receipt',
    ]);
    expect((await browser.post('/apply/confirm', {})).headers.location).toBe('/apply/receipt');
    expect(await cases()).toHaveLength(before + 1);
  });

  it('is not undone by a page that comes late', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    const late = browser.upload('/apply/identity', {}, [PROOF]);
    const saved = browser.post('/apply/request', TYPED_REQUEST);
    const sent = browser.post('/apply/confirm', {});
    await Promise.all([late, saved, sent]);
    expect((await browser.get('/apply/receipt')).statusCode).toBe(200);
    expect((await browser.get('/apply/confirm')).headers.location).toBe('/apply/receipt');
  });

  it('leaves nothing of what was typed in the draft, and the receipt for an hour', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    await browser.post('/apply/confirm', {});
    expect((await browser.get('/apply/kind')).headers.location).toBe('/apply/receipt');
    world.setNow(later(0.9));
    expect((await browser.get('/apply/receipt')).statusCode).toBe(200);
    world.setNow(later(1.1));
    expect((await browser.get('/apply/receipt')).statusCode).toBe(404);
    world.setNow(NOW);
  });

  it('takes no draft that is too old', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    world.setNow(later(24 * 7 - 1));
    expect((await browser.get('/apply/confirm')).statusCode).toBe(200);
    world.setNow(later(24 * 7 + 1));
    expect((await browser.get('/apply/confirm')).body).toContain('没有正在填写的申请');
    world.setNow(NOW);
    const { applicationDraft } = await applyRetention(world.database.server, later(24 * 7 + 1));
    expect(applicationDraft).toBeGreaterThan(0);
    expect(await world.database.server.selectFrom('application_draft').selectAll().execute()).toEqual([]);
  });

  it('tells when the organ ended while somebody wrote', async () => {
    const browser = newApplicantBrowser(world.app);
    await browser.get('/apply/west/othercounty');
    await browser.post('/apply/west/othercounty', {});
    await world.database.owner
      .updateTable('organ')
      .set({ valid_to: '2026-01-01' })
      .where('organ_id', '=', world.otherCounty.organId)
      .execute();
    const answer = await browser.get('/apply/kind');
    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain('该机关不再受理申请');
  });
});
