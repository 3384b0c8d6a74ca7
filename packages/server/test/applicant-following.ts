import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { World } from './api-world.ts';
import { type ApplicantBrowser, newApplicantBrowser } from './applicant-browser.ts';
import type { PlantedCase } from './application-samples.ts';

/** What opens a case on the portal. */
export type Followed = Pick<PlantedCase, 'registrationNumber' | 'queryCode'>;

/** A browser that follows the case. */
export async function followCase(
  { app }: World,
  { registrationNumber: number, queryCode: code }: Followed,
): Promise<ApplicantBrowser> {
  const browser = newApplicantBrowser(app);
  await browser.get('/follow');
  expect((await browser.post('/follow', { number, code })).headers.location).toBe('/follow/case');
  return browser;
}

export const pageOf = async (browser: ApplicantBrowser): Promise<string> =>
  (await browser.get('/follow/case')).body;

/** Opens the page of an act and sends its form. */
export async function send(
  browser: ApplicantBrowser,
  path: string,
  values: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const page = await browser.get(path);
  expect(page.statusCode).toBe(200);
  return await browser.post(path.split('?')[0] ?? '', values);
}
