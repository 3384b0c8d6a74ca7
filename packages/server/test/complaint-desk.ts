import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { expect } from 'vitest';
import type { World } from './api-world.ts';
import { answerTo, newApplicantBrowser } from './applicant-browser.ts';

/** The box about the township of the world. */
export const BOX = `/voice/complaint?unit=${encodeURIComponent('/east/township')}`;

export interface SentReceipt {
  readonly number: string;
  readonly code: string;
}

/** Number and code on a receipt. */
export function receiptOn(page: string): SentReceipt {
  const [number = '', code = ''] = [...page.matchAll(/<dd><strong>([^<]+)<\/strong>/g)].map(
    ([, text]) => text ?? '',
  );
  return { number, code };
}

interface From {
  readonly address?: string;
  readonly agent?: string;
  readonly photos?: readonly Buffer[];
}

/** Sends the form of the box in a browser of its own; @returns the answer */
export async function complain(
  { app }: World,
  values: Readonly<Record<string, string>>,
  { address = '10.9.0.1', agent = 'Test/1', photos = [] }: From = {},
) {
  const browser = newApplicantBrowser(app, address);
  const form = await browser.get(BOX);
  expect(form.statusCode, form.body).toBe(200);
  const answered = { ...values, answer: answerTo(form.body) };
  if (photos.length === 0) return await browser.post(BOX, answered, { 'user-agent': agent });
  const files = photos.map((content) => ({ field: 'photos', name: '单位名称.jpg', content }));
  return await browser.upload(BOX, answered, files);
}

/** An anonymous complaint; @returns its receipt */
export async function complainAnonymously(world: World, text: string, from: From = {}): Promise<SentReceipt> {
  const sent = await complain(world, { kind: 'notPublished', text, named: 'no' }, from);
  expect(sent.statusCode, sent.body).toBe(200);
  return receiptOn(sent.body);
}

/** What whoever has number and code reads. */
export async function followUp({ app }: World, { number, code }: SentReceipt): Promise<string> {
  const browser = newApplicantBrowser(app, '10.9.0.2');
  await browser.get('/voice/complaint/follow');
  return (await browser.post('/voice/complaint/follow', { number, code })).body;
}

/** The complaint with a number in the register of whoever is signed in. */
export async function listedComplaint(world: World, cookie: string, number: string) {
  const { body } = await world.call(complaintRoutes.list, { query: { number } }, cookie);
  const [row] = body['items'] as unknown as { regionId: string; complaintId: string }[];
  if (row === undefined) throw new Error(`no ${number}`);
  return { regionId: row.regionId, complaintId: row.complaintId };
}

/** Does one thing in a complaint, on the version as it is. */
export async function actOn(
  world: World,
  cookie: string,
  params: { readonly regionId: string; readonly complaintId: string },
  act: object,
) {
  const { body } = await world.call(complaintRoutes.read, { params }, cookie);
  return await world.call(complaintRoutes.act, { params, body: act as never }, cookie, {
    'if-match': `"${String(body['version'])}"`,
  });
}
