import type { LightMyRequestResponse } from 'fastify';
import { type ApplicantBrowser, answerTo } from './applicant-browser.ts';
import { pdf } from './sample-files.ts';

/** Where an application to the county's office begins, in the world of tests. */
export const APPLY_START = '/apply/east/office';

/** A citizen with everything that must not get out. */
export const TYPED_PERSON = {
  name: '赵测试甲',
  identityType: 'residentCard',
  identityNumber: '11010519491231002X',
  phone: '13912345678',
  email: 'ceshijia@example.cn',
  address: '示范县示范路88号院3单元',
} as const;

export const TYPED_REQUEST = {
  description: '2025年农村公路养护资金的分配方案\r\n按乡镇列明',
  supplyForm: 'electronic',
  supplyWay: 'online',
  acceptsOtherWay: 'yes',
} as const;

export const PROOF = { field: 'identity', name: '身份证正反面.pdf', content: pdf() } as const;

/** A draft with everything but the proof. */
export async function upToIdentity(browser: ApplicantBrowser): Promise<LightMyRequestResponse> {
  await browser.get(APPLY_START);
  await browser.post(APPLY_START, {});
  await browser.get('/apply/kind');
  await browser.post('/apply/kind', { kind: 'naturalPerson' });
  await browser.get('/apply/applicant');
  await browser.post('/apply/applicant', TYPED_PERSON);
  await browser.get('/apply/request');
  await browser.post('/apply/request', TYPED_REQUEST);
  return await browser.get('/apply/identity');
}

/** A draft that is ready to be sent; its last page is open. */
export async function upToConfirm(browser: ApplicantBrowser): Promise<LightMyRequestResponse> {
  const page = await upToIdentity(browser);
  await browser.upload('/apply/identity', { answer: answerTo(page.body) }, [PROOF]);
  return await browser.get('/apply/confirm');
}

/** Number and code on a receipt. */
export const receiptOf = (page: string): { readonly number: string; readonly code: string } => ({
  number: /号<\/dt><dd><strong>([^<]+)</.exec(page)?.[1] ?? '',
  code: /查询码<\/dt><dd><strong>([^<]+)</.exec(page)?.[1] ?? '',
});
