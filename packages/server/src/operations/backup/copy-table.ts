import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import type { DatabaseLogin } from '../../db/connect.ts';
import type { TableShape } from './catalogue.ts';
import type { PartSum } from './format.ts';

/** The text of a row must not depend on who asks, nor on the settings of the server. */
const SAME_TEXT = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set search_path = public; set statement_timeout = 0`;

/** A connection of the owner for copying; a break shows in the query that is under way. */
export async function openCopyConnection(login: DatabaseLogin): Promise<Client> {
  const client = new Client({ ...login });
  client.on('error', () => {});
  await client.connect();
  await client.query(SAME_TEXT);
  return client;
}

const list = (columns: readonly string[]): string => columns.join(', ');

/** A table's rows in COPY's text format, in the order of its key. */
export function copyOut(
  client: Client,
  { name, columns, order }: TableShape,
): { readonly content: AsyncIterable<Buffer>; readonly rows: () => Promise<number> } {
  const stream = client.query(to(`copy (select ${list(columns)} from ${name} order by ${order}) to stdout`));
  return {
    content: stream,
    rows: async () => {
      // The count comes after the last row; an answer to the next query means that it has come.
      await client.query('select');
      return stream.rowCount;
    },
  };
}

/** Fills a table from what `copyOut` gave. */
export async function copyIn(
  client: Client,
  { name, columns }: Pick<TableShape, 'name' | 'columns'>,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(
    Readable.from(content, { objectMode: false }),
    client.query(from(`copy ${name} (${list(columns)}) from stdin`)),
  );
}

/** Size and hash of a table as it is now. */
export async function sumOfTable(client: Client, table: TableShape): Promise<PartSum> {
  const hash = createHash('sha256');
  let bytes = 0;
  const { content, rows } = copyOut(client, table);
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  await rows();
  return { bytes, sha256: hash.digest('hex') };
}
