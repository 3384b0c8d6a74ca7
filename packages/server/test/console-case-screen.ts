import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Answer, World } from './api-world.ts';
import type { PlantedCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import type { Display } from './console-screens.ts';

export const day = (text: string): CivilDate => text as CivilDate;

/** A case before somebody of its organ. */
export interface OpenCase {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cookie: string;
}

/** Opens the screen of a case for a new person of the county with a name and roles. */
async function openCase(
  { world, contextFor, open }: ConsoleDesk,
  { regionId, applicationId, registrationNumber }: PlantedCase,
  name: string,
  roles: readonly Role[],
  display?: Display,
): Promise<OpenCase> {
  const accountId = await world.newPerson(world.county, roles);
  await world.database.server
    .updateTable('account')
    .set({ display_name: name })
    .where('account_id', '=', accountId)
    .execute();
  const cookie = await world.sessionOf(accountId);
  const context = await contextFor(cookie, display);
  const page = await open(context, `/applications/${regionId}/${applicationId}`);
  await page.getByRole('heading', { level: 1, name: registrationNumber }).waitFor();
  return { context, page, cookie };
}

/** Opens the form of an act by its button. */
export async function begin(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: title, exact: true }).click();
  const form = page.getByRole('region', { name: title, exact: true });
  await form.waitFor();
  return form;
}

/** Sends the form of an act and waits until it is done. */
export async function send(page: Page, title: string): Promise<void> {
  const form = page.getByRole('region', { name: title, exact: true });
  await form.getByRole('button', { name: title, exact: true }).click();
  await form.waitFor({ state: 'hidden' });
}

export async function doAct(
  page: Page,
  title: string,
  fill: (form: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await fill(await begin(page, title));
  await send(page, title);
}

/** Picks from a list that is opened by typing. */
export async function pick(form: Locator, label: string, name: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(name);
  await form.page().locator('.ant-select-item-option').filter({ hasText: name }).first().click();
}

export const facts = (page: Page): Locator => page.getByRole('region', { name: '案件概况' });

/** Waits until the case has a status. */
export const stands = async (page: Page, status: string): Promise<void> =>
  await facts(page).getByText(status, { exact: true }).waitFor();

/** The letters that the open form would send. */
export const letters = (form: Locator): Locator => form.getByRole('document');
/** What the open form would do. */
export const preview = (form: Locator): Locator => form.getByRole('region', { name: '办理预览' });

/** Turns to a sheet of the case: 材料, 文书, … */
export async function turnTo(page: Page, sheet: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: '案件的各部分' })
    .getByRole('link', { name: new RegExp(`^${sheet}\\s*\\d*$`) });
  await link.click();
  await expect.poll(async () => await link.getAttribute('aria-current')).toBe('page');
}

/** What a question asks, what was done, and what cannot be done now. */
export async function explain(page: Page, title: string): Promise<Locator> {
  const question = page.getByRole('region', { name: title });
  await question.getByRole('button', { name: new RegExp(`^${title}的说明`) }).click();
  return question;
}

/** The desk of the county government for the tests of a file. */
export interface CountyDesk {
  readonly world: World;
  readonly address: string;
  /** Opens a case for a new person of the county with a name and roles. */
  readonly open: (
    planted: PlantedCase,
    name: string,
    roles: readonly Role[],
    display?: Display,
  ) => Promise<OpenCase>;
  /** The case as the interface tells it. */
  readonly read: (planted: PlantedCase, cookie: string) => Promise<Answer['body']>;
}

/** Opens the desk before the tests and closes it after them; it can be used inside them only. */
export function countyDesk(): CountyDesk {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await openDesk();
    await desk.world.database.server
      .updateTable('organ')
      .set({ name: '示范县人民政府' })
      .where('organ_id', '=', desk.world.county.organId)
      .execute();
  });
  afterAll(async () => {
    await desk?.close();
  });
  return {
    get world() {
      return desk.world;
    },
    get address() {
      return desk.address;
    },
    open: async (planted, name, roles, display) => await openCase(desk, planted, name, roles, display),
    read: async ({ regionId, applicationId }, cookie) =>
      (await desk.world.call(applicationRoutes.read, { params: { regionId, applicationId } }, cookie)).body,
  };
}
