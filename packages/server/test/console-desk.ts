import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Services } from '../src/services.ts';
import { createWorld, type World } from './api-world.ts';
import { type Display, launchChromium, openContext } from './console-screens.ts';

/** A browser before the real application over a world of organs. */
export interface ConsoleDesk {
  readonly world: World;
  readonly address: string;
  /** A browser window, signed in unless `cookie` is `null`. */
  readonly contextFor: (
    cookie: string | null,
    display?: Display,
    also?: BrowserContextOptions,
  ) => Promise<BrowserContext>;
  /** Opens a page of the console and waits for its heading. */
  readonly open: (context: BrowserContext, path: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the application and a browser.
 *
 * @param services in the place of those that tests have
 */
export async function openDesk(services: Partial<Services> = {}): Promise<ConsoleDesk> {
  const world = await createWorld(services);
  const address = await world.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  return {
    world,
    address,
    contextFor: async (cookie, display, also) => {
      const context = await openContext(browser, world.database.context.now(), display, also);
      if (cookie !== null) {
        const [name = '', value = ''] = cookie.split('=');
        await context.addCookies([{ name, value, url: address }]);
      }
      return context;
    },
    open: async (context, path) => {
      const page = await context.newPage();
      await page.goto(`${address}/console${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}
