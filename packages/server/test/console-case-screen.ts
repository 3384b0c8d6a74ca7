import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { World } from './api-world.ts';
import type { PlantedCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { DISPLAYS } from './console-screens.ts';

export const day = (text: string): CivilDate => text as CivilDate;

/** A case before somebody of its organ. */
export interface OpenCase {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cookie: string;
}

/** Opens the screen of a case for a new person of the county with a name and roles. */
export async function openCase(
  { world, contextFor, open }: ConsoleDesk,
  { regionId, applicationId, registrationNumber }: PlantedCase,
  name: string,
  roles: readonly Role[],
  display = DISPLAYS[0],
): Promise<OpenCase> {
  const accountId = await world.newPerson(world.county, roles);
  await world.database.server
    .updateTable('account')
    .set({ display_name: name })
    .where('account_id', '=', accountId)
    .execute();
  const cookie = await world.sessionOf(accountId);
  const context = await contextFor(cookie, display);
  context.setDefaultTimeout(15_000);
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

/** A desk of the county government. */
export async function openCountyDesk(): Promise<{ readonly desk: ConsoleDesk; readonly world: World }> {
  const desk = await openDesk();
  const { world } = desk;
  await world.database.server
    .updateTable('organ')
    .set({ name: '示范县人民政府' })
    .where('organ_id', '=', world.county.organId)
    .execute();
  return { desk, world };
}
