import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type ApplicantBrowser, answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { pdf } from '../../../test/sample-files.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const START = '/apply/east/office';
const PERSON = {
  name: '赵测试甲',
  identityType: 'residentCard',
  identityNumber: '11010519491231002X',
  phone: '13912345678',
};
const REQUEST = {
  description: '2025年农村公路养护资金的分配方案\r\n按乡镇列明',
  supplyForm: 'electronic',
  supplyWay: 'online',
  acceptsOtherWay: 'yes',
};

async function upToIdentity(browser: ApplicantBrowser): Promise<void> {
  await browser.get(START);
  await browser.post(START, {});
  await browser.get('/apply/kind');
  await browser.post('/apply/kind', { kind: 'naturalPerson' });
  await browser.get('/apply/applicant');
  await browser.post('/apply/applicant', PERSON);
  await browser.get('/apply/request');
  await browser.post('/apply/request', REQUEST);
}

describe('applying', () => {
  it('goes from the organ to the receipt', async () => {
    const browser = newApplicantBrowser(world.app);
    expect((await browser.get('/apply')).body).toContain('href="/apply/city/city"');
    await upToIdentity(browser);
    const page = await browser.get('/apply/identity');
    expect(page.statusCode).toBe(200);
    const uploaded = await browser.upload('/apply/identity', { answer: answerTo(page.body) }, [
      { field: 'identity', name: '身份证.pdf', content: pdf() },
    ]);
    expect(uploaded.body).toBe('');
    expect(uploaded.headers.location).toBe('/apply/confirm');
    const confirm = await browser.get('/apply/confirm');
    expect(confirm.body).toContain('按乡镇列明');
    const sent = await browser.post('/apply/confirm', {});
    expect(sent.headers.location).toBe('/apply/receipt');
    const receipt = await browser.get('/apply/receipt');
    expect(receipt.body).toContain('20260001');
  });
});
