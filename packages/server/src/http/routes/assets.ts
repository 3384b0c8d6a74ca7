import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { COLUMN_WIDTHS_CSS } from '@zhaoshi/report-files/write/html/table-html';
import type { FastifyInstance } from 'fastify';
import { type PreparedBody, prepareBody } from '../prepared-body.ts';
import { sendBody } from './send-body.ts';

/** What pages load beside themselves, read once at the start. */
export interface Assets {
  /** Path of the style sheet; holds a hash of its content, so that it can be kept for ever. */
  readonly styleSheet: string;
  /** Path of the script that suggests what is public already; the same holds for it. */
  readonly suggestScript: string;
  readonly bodies: ReadonlyMap<string, PreparedBody>;
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9b1c1f"/><path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`;

const FOR_EVER = { control: 'public, max-age=31536000, immutable', vary: 'accept-encoding' };
const FOR_A_DAY = { control: 'public, max-age=86400', vary: 'accept-encoding' };

const readPortal = async (name: string): Promise<string> =>
  await readFile(createRequire(import.meta.url).resolve(`@zhaoshi/portal/${name}`), 'utf8');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

export async function loadAssets(): Promise<Assets> {
  const text = `${await readPortal('portal.css')}\n${COLUMN_WIDTHS_CSS}\n`;
  const styleSheet = `/assets/portal-${hashOf(text)}.css`;
  const script = await readPortal('suggest.js');
  const suggestScript = `/assets/suggest-${hashOf(script)}.js`;
  return {
    styleSheet,
    suggestScript,
    bodies: new Map([
      [styleSheet, await prepareBody('text/css; charset=utf-8', Buffer.from(text), true, FOR_EVER)],
      [
        suggestScript,
        await prepareBody('text/javascript; charset=utf-8', Buffer.from(script), true, FOR_EVER),
      ],
      ['/favicon.svg', await prepareBody('image/svg+xml', Buffer.from(ICON), true, FOR_A_DAY)],
    ]),
  };
}

/** What pages load beside themselves, with long lives in the readers' caches. */
export function assetRoutes(app: FastifyInstance, { bodies }: Assets): void {
  for (const [path, body] of bodies) {
    app.get(path, (request, reply) => sendBody(request, reply, body));
  }
}
