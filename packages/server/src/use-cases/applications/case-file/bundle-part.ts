import { Readable } from 'node:stream';
import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import { html } from '@zhaoshi/domain/kernel/html';

/** One file of the bundle, made when its turn comes. */
export interface BundlePart {
  readonly path: string;
  /** As the catalogue names it; may name persons, which the path never does. */
  readonly title: string;
  /** The day it bears, where it has one. */
  readonly on: string;
  readonly open: () => Promise<Readable>;
}

const STYLE =
  'body{font:16px/1.7 serif;max-width:50em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}' +
  'th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top;white-space:pre-wrap}' +
  'th[scope=row]{width:9em;font-weight:normal;background:#f4f4f4}';

/** A page that needs nothing beside itself. */
export const pageOf = (title: string, content: SafeHtml): Buffer =>
  Buffer.from(
    html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>${content}</body></html>
`.markup,
  );

/** Label and words below one another; what is empty is left out. */
export const factsTable = (
  facts: readonly (readonly [label: string, words: string | null])[],
): SafeHtml => html`<table>
${facts
  .filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== '')
  .map(([label, words]) => html`<tr><th scope="row">${label}</th><td>${words}</td></tr>\n`)}</table>`;

export const fromBytes = (bytes: Uint8Array): Readable => Readable.from([Buffer.from(bytes)]);
