import { z } from 'zod';

/** Layout of the archive; a change that an older program would misread raises it. */
export const FORMAT = 1;

/** Biggest entry: what is read or written is held in memory one entry at a time. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

/** First entry: what kind of file this is, before anything else is believed. */
export const HEADER = 'zhaoshi-backup.json';
/** Last but one: what the archive holds. */
export const MANIFEST = 'manifest.json';
/** Last: SHA-256 of the manifest. An archive without it was not finished. */
export const SEAL = 'manifest.sha256';

/**
 * A table or a file, cut into entries `<part>/000000`, `<part>/000001` … because its size is not known before, and
 * followed by `<part>/sum`. No other names are taken from an archive, so none can lead out of its folder.
 */
export const PART_ENTRY = /^((?:tables\/[a-z_]+\.[a-z0-9_]+)|(?:files\/[0-9a-f]{32}))\/(\d{6}|sum)$/;

export const tablePart = (table: string): string => `tables/${table}`;
export const filePart = (key: string): string => `files/${key}`;
export const chunkName = (part: string, index: number): string => `${part}/${String(index).padStart(6, '0')}`;
export const sumName = (part: string): string => `${part}/sum`;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const partSum = z.object({ bytes: z.int().min(0), sha256 });
export type PartSum = z.infer<typeof partSum>;

export const header = z.object({
  format: z.int().positive(),
  program: z.string(),
  createdAt: z.iso.datetime(),
});
export type Header = z.infer<typeof header>;

const table = z.object({
  /** With its schema, "public.organ". */
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int().min(0),
  ...partSum.shape,
});
export type TableContent = z.infer<typeof table>;

export const manifest = z.object({
  ...header.shape,
  /** Applied when the backup was made, in their order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** `sha256` over a line `<key> <bytes> <sha256>` for each file, in the order of the archive. */
  files: z.object({ count: z.int().min(0), ...partSum.shape }),
  /** The last entry of the audit trail. */
  audit: z.object({ sequence: z.int().min(0), sha256, sm3: z.string() }),
});
export type Manifest = z.infer<typeof manifest>;

/** A line of the list that `files.sha256` is taken of. */
export const fileLine = (part: string, { bytes, sha256 }: PartSum): string =>
  `${part.slice('files/'.length)} ${bytes} ${sha256}\n`;
