import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { newTotpKey, totpCode, totpPurpose } from '../src/use-cases/identity/totp.ts';
import type { World } from './api-world.ts';
import type { ConsoleDesk } from './console-desk.ts';
import type { Display } from './console-screens.ts';
import { type PlantedDocument, SAMPLE_CONTENT } from './document-samples.ts';

interface Officer {
  readonly key: string;
  readonly cookie: string;
}

/** A person of the township with roles, who signed in long ago, with their key for codes. */
async function officer(world: World, name: string, roles: readonly Role[]): Promise<Officer> {
  const accountId = await world.newPerson(world.township, roles);
  const key = newTotpKey();
  const now = world.database.context.now();
  await world.database.server
    .updateTable('account')
    .set({
      display_name: name,
      totp_secret: world.services.secretBox.seal(key, totpPurpose(accountId)),
      totp_confirmed_at: now,
    })
    .where('account_id', '=', accountId)
    .execute();
  const cookie = await world.sessionOf(accountId);
  await world.database.server
    .updateTable('session')
    .set({ created_at: new Date(now.getTime() - HOUR_MS) })
    .where('account_id', '=', accountId)
    .execute();
  return { key, cookie };
}

/** A page of the console before an officer of the township. */
export interface OfficerPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Shows the second factor that a signature asks for. */
  readonly sign: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openPageAs(
  { world, contextFor, open }: ConsoleDesk,
  name: string,
  roles: readonly Role[],
  path: string,
  display?: Display,
): Promise<OfficerPage> {
  const { key, cookie } = await officer(world, name, roles);
  const context = await contextFor(cookie, display);
  const page = await open(context, path);
  const sign = async (): Promise<void> => {
    const dialog = page.getByRole('dialog', { name: '请用动态口令确认是本人办理' });
    await dialog.getByLabel('动态口令或恢复码').fill(totpCode(key, world.database.context.now()));
    await dialog.getByRole('button', { name: '核验并办理' }).click();
  };
  return { page, context, sign, close: () => context.close() };
}

/** The page of a document before an officer. */
export async function openDocumentAs(
  desk: ConsoleDesk,
  name: string,
  roles: readonly Role[],
  { regionId, documentId }: PlantedDocument,
  view = '',
): Promise<OfficerPage> {
  const opened = await openPageAs(desk, name, roles, `/documents/${regionId}/${documentId}${view}`);
  await opened.page.getByRole('heading', { level: 1, name: SAMPLE_CONTENT.title }).waitFor();
  return opened;
}

/** Waits until the document stands there. */
export const stands = (page: Page, words: string): Promise<void> =>
  page.getByLabel('办理情况').getByText(words, { exact: true }).waitFor();

/** Opens the form of an act. */
export async function begin(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: title, exact: true }).click();
  const form = page.getByRole('region', { name: title, exact: true });
  await form.waitFor();
  return form;
}

export const send = (form: Locator, title: string): Promise<void> =>
  form.getByRole('button', { name: title, exact: true }).click();
