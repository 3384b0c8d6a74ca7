import { notFoundPage, unavailablePage } from '@zhaoshi/portal/pages/error';
import { HTML } from '../http/portal-pages.ts';
import { createSiteFacts } from '../http/portal-pages-facts.ts';
import { type PortalSource, STANDARD_DISPLAY, siteOf } from '../http/portal-pages-site.ts';
import { type PreparedBody, prepareBody } from '../http/prepared-body.ts';
import type { Assets } from '../http/routes/assets.ts';
import { VERSION } from '../version.ts';
import {
  fileOf,
  isWhole,
  type MirrorEntry,
  readManifest,
  sweep,
  writeBeside,
  writeManifest,
  writeVariants,
} from './mirror-files.ts';
import {
  NGINX_HTTP,
  NGINX_SERVER,
  NOT_FOUND_FILE,
  nginxHttp,
  nginxServer,
  UNAVAILABLE_FILE,
} from './nginx.ts';
import { type PublicAddress, publicAddresses } from './public-paths.ts';

export interface MirrorSource extends Omit<PortalSource, 'facts'> {
  readonly assets: Assets;
}

/** What an update of the mirror did. */
export interface MirrorUpdate {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Pages that are shown in place of others, made like them. */
async function errorPages(source: PortalSource): Promise<ReadonlyMap<string, PreparedBody>> {
  const frame = { site: await siteOf(source), display: STANDARD_DISPLAY, path: null };
  const bodyOf = async (markup: string) => await prepareBody(HTML, Buffer.from(markup), true);
  return new Map([
    [NOT_FOUND_FILE, await bodyOf(notFoundPage(frame).markup)],
    [UNAVAILABLE_FILE, await bodyOf(unavailablePage(frame).markup)],
  ]);
}

/**
 * Brings the mirror to what is published now: the same bytes as the server gives in the standard display, each file
 * whole at every moment; what is no longer published is removed.
 *
 * @param rebuild writes everything anew instead of what changed
 */
export async function updateMirror(
  folder: string,
  mirrored: MirrorSource,
  rebuild: boolean,
): Promise<MirrorUpdate> {
  // Asked for once in an update.
  const source = { ...mirrored, facts: createSiteFacts(mirrored.published, () => mirrored) };
  const before = await readManifest(folder);
  const after = new Map<string, MirrorEntry>();
  let written = 0;
  let unchanged = 0;

  async function isCurrent(file: string, key: string): Promise<boolean> {
    const known = before.get(file);
    if (rebuild || known?.key !== key || !(await isWhole(folder, file, known))) return false;
    after.set(file, known);
    unchanged += 1;
    return true;
  }

  async function put(file: string, body: PreparedBody, key = body.variants.identity.etag): Promise<void> {
    if (await isCurrent(file, key)) return;
    after.set(file, await writeVariants(folder, file, body, key));
    written += 1;
  }

  async function putAddress({ document, names, path, contentKey }: PublicAddress): Promise<void> {
    const file = fileOf(path);
    const key = contentKey === null ? null : `${contentKey} ${VERSION}`;
    if (key !== null && (await isCurrent(file, key))) return;
    const body = await document.make(source, names, STANDARD_DISPLAY);
    // Withdrawn between the list and now: then it is swept away.
    if (body !== null) await put(file, body, key ?? undefined);
  }

  // Pages name the style sheet by the hash of its content: it must be there before them.
  for (const [path, body] of source.assets.bodies) await put(fileOf(path), body);
  for (const [file, body] of await errorPages(source)) await put(file, body);
  for await (const address of publicAddresses(source)) await putAddress(address);
  const removed = await sweep(folder, new Set(after.keys()));
  await writeBeside(folder, NGINX_HTTP, nginxHttp());
  await writeBeside(folder, NGINX_SERVER, nginxServer(folder));
  await writeManifest(folder, after);
  return { written, unchanged, removed };
}
