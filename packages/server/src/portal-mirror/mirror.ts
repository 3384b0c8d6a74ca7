import { createHash } from 'node:crypto';
import { notFoundPage, unavailablePage } from '@zhaoshi/portal/pages/error';
import { findOrgan, organPathOf, type PathNames, placeOf } from '../http/portal-pages-data.ts';
import { createSiteFacts } from '../http/portal-pages-facts.ts';
import { type PortalSource, STANDARD_DISPLAY, siteOf } from '../http/portal-pages-site.ts';
import { type PreparedBody, prepareBody } from '../http/prepared-body.ts';
import { HTML } from '../http/public-document.ts';
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
import { addressesShowing, foldersOfKey, type PublicAddress, publicAddresses } from './public-paths.ts';

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

/** What stands around every page of an address; part of its key, because a page is made of it too. */
async function surroundings(source: PortalSource): Promise<(names: PathNames) => Promise<string>> {
  const site = JSON.stringify(await siteOf(source));
  let last: { readonly path: string; readonly key: string } | undefined;
  return async (names) => {
    const path = organPathOf(names);
    if (last?.path === path) return last.key;
    const organ = await findOrgan(source.published, names);
    const place = organ && (await placeOf(source, organ.region_id));
    const text = JSON.stringify([site, organ?.name, organ?.ended_on, place, VERSION]);
    last = { path, key: createHash('sha256').update(text).digest('base64url') };
    return last.key;
  };
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
  const surrounds = await surroundings(source);
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

  async function keyOf({ document, names, contentKey }: PublicAddress): Promise<string | null> {
    if (contentKey === null) return null;
    return `${contentKey} ${document.hasDisplays ? await surrounds(names) : VERSION}`;
  }

  async function putAddress(address: PublicAddress): Promise<void> {
    const { document, names, path } = address;
    const file = fileOf(path);
    const key = await keyOf(address);
    if (key !== null && (await isCurrent(file, key))) return;
    const body = await document.make(source, names, STANDARD_DISPLAY);
    // Withdrawn between the list and now: then it is swept away.
    if (body !== null && body.status === undefined) await put(file, body, key ?? undefined);
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

/**
 * Brings what shows some changed things to what is published now, and leaves the rest of the mirror alone: a
 * publication costs as much as the lists of its organ, however many documents the site has. The manifest stays as it
 * was: the next whole update finds these files changed and writes them once more.
 */
export async function updateMirrored(
  folder: string,
  mirrored: MirrorSource,
  keys: readonly string[],
): Promise<MirrorUpdate> {
  const source = { ...mirrored, facts: createSiteFacts(mirrored.published, () => mirrored) };
  let written = 0;
  let removed = 0;
  for (const key of keys) {
    const files = new Set<string>();
    for await (const { document, names, path } of addressesShowing(source, key)) {
      const body = await document.make(source, names, STANDARD_DISPLAY);
      if (body === null || body.status !== undefined) continue;
      const file = fileOf(path);
      files.add(file);
      await writeVariants(folder, file, body, '');
      written += 1;
    }
    for (const below of foldersOfKey(key)) removed += await sweep(folder, files, below);
  }
  return { written, unchanged: 0, removed };
}
