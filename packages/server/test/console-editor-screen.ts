import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { BrowserContext, Page } from 'playwright-core';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import type { Display } from './console-screens.ts';
import type { PlantedDocument } from './document-samples.ts';

/** A page of the console in its window. */
export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A drafter of the township before the editor. */
export interface EditorDesk extends ConsoleDesk {
  /** Cookie of the drafter. */
  readonly drafter: string;
  readonly openAs: (path: string, cookie?: string, display?: Display) => Promise<Opened>;
  /** The editor of a document, its text there. */
  readonly edit: (ids: PlantedDocument, display?: Display) => Promise<Opened>;
  /** A document as it is saved. */
  readonly read: (ids: PlantedDocument) => Promise<{ readonly content: Readonly<Record<string, unknown>> }>;
}

export async function openEditorDesk(): Promise<EditorDesk> {
  const desk = await openDesk();
  const { world, contextFor, open } = desk;
  const drafter = await world.signedIn(world.township, 'drafter');
  const openAs = async (path: string, cookie = drafter, display?: Display): Promise<Opened> => {
    const context = await contextFor(cookie, display);
    return { context, page: await open(context, path) };
  };
  return {
    ...desk,
    drafter,
    openAs,
    edit: async ({ regionId, documentId }, display) => {
      const opened = await openAs(`/documents/${regionId}/${documentId}/edit`, drafter, display);
      await bodyField(opened.page).waitFor();
      return opened;
    },
    read: async ({ regionId, documentId }) => {
      const { body } = await world.call(documentRoutes.read, { params: { regionId, documentId } }, drafter);
      return body as unknown as { readonly content: Readonly<Record<string, unknown>> };
    },
  };
}

export const bodyField = (page: Page) => page.getByRole('textbox', { name: '正文' });

/** Saves what was changed. */
export async function saveDraft(page: Page): Promise<void> {
  await page.getByText('有未保存的改动', { exact: true }).waitFor();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('没有未保存的改动').waitFor();
}
