import { Buffer } from 'node:buffer';
import CFB from 'cfb';
import { makeZip } from '../make-zip.ts';
import { HOSTILE } from './hostile.ts';
import { mutateBytes, mutateText } from './mutate.ts';
import { type Random, randomOf } from './random.ts';
import { SEEDS } from './seeds.ts';

export interface FuzzCase {
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** A file name, right or wrong, or none. */
  readonly name?: string;
}

const NAMES = [
  '年报.docx',
  '年报.doc',
  '年报.txt',
  'a.html',
  'b.xls',
  'c.pdf',
  'noextension',
  '..',
  '\u0000.txt',
];

const HOSTILE_KINDS = Object.keys(HOSTILE);

/** Bytes that begin like a format and go on at random. */
const BEGINNINGS = [
  '',
  '',
  '%PDF-1.7\n',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '{"cells":',
  '<html>',
  '\xff\xfe',
  '\x89PNG',
  '{\\rtf',
];

function randomBytes(random: Random): Uint8Array {
  const beginning = Buffer.from(random.pick(BEGINNINGS), 'latin1');
  const rest = Buffer.alloc(random.int(random.oneIn(50) ? 5_000 : 200));
  const alphabet = random.pick([256, 256, 128, 16]);
  for (let index = 0; index < rest.length; index++) rest[index] = random.int(alphabet);
  return Buffer.concat([beginning, rest]);
}

/** Some lines of a text: short, so that a million steps take an hour and not a day. */
function excerpt(text: string, random: Random): string {
  if (random.oneIn(40)) return text;
  const lines = text.split('\n');
  const start = random.int(lines.length);
  return lines.slice(start, start + 1 + random.int(random.oneIn(8) ? 120 : 12)).join('\n');
}

/** Some rows of a page. */
function pageExcerpt(text: string, random: Random): string {
  if (random.oneIn(60)) return text;
  const rows = text.split(/(?=<tr>|<p>|<table)/);
  const start = random.int(rows.length);
  return `<html>${rows.slice(start, start + 1 + random.int(10)).join('')}`;
}

function mutatedPackage(random: Random): Uint8Array {
  const parts = random.pick(SEEDS.packages);
  const target = random.int(parts.length);
  return makeZip(
    parts.map((part, index) =>
      index === target && typeof part.data === 'string'
        ? { name: part.name, data: mutateText(part.data, random) }
        : part,
    ),
  );
}

/** An OLE2 file with one stream changed and the container whole, so that the change reaches the reader. */
function mutatedStream(random: Random): Uint8Array {
  const { bytes, streams } = random.pick(SEEDS.oles);
  const container = CFB.read(bytes, { type: 'buffer' });
  const entry = CFB.find(container, random.pick(streams));
  if (entry !== null) {
    entry.content = mutateBytes(Uint8Array.from(entry.content), random);
    entry.size = entry.content.length;
  }
  const written: Uint8Array = CFB.write(container, { type: 'buffer' });
  return written;
}

type Maker = (random: Random) => Uint8Array;

/** Makers with their share in a thousand steps: dear formats are sampled. */
const MAKERS: readonly { readonly kind: string; readonly share: number; readonly make: Maker }[] = [
  { kind: 'random', share: 350, make: randomBytes },
  {
    kind: 'txt',
    share: 330,
    make: (random) => Buffer.from(mutateText(excerpt(random.pick(SEEDS.texts), random), random)),
  },
  {
    kind: 'txt bytes',
    share: 80,
    make: (random) => mutateBytes(Buffer.from(excerpt(random.pick(SEEDS.texts), random)), random),
  },
  {
    kind: 'html',
    share: 130,
    make: (random) => Buffer.from(mutateText(pageExcerpt(random.pick(SEEDS.pages), random), random)),
  },
  { kind: 'json', share: 30, make: (random) => Buffer.from(mutateText(SEEDS.json, random)) },
  { kind: 'package parts', share: 40, make: mutatedPackage },
  { kind: 'package bytes', share: 30, make: (random) => mutateBytes(random.pick(SEEDS.files), random) },
  { kind: 'ole bytes', share: 6, make: (random) => mutateBytes(random.pick(SEEDS.oles).bytes, random) },
  { kind: 'ole streams', share: 8, make: mutatedStream },
  { kind: 'pdf', share: 2, make: (random) => mutateBytes(SEEDS.pdf, random) },
];

const SHARES = MAKERS.reduce((sum, maker) => sum + maker.share, 0);

function pickMaker(random: Random): (typeof MAKERS)[number] {
  let left = random.int(SHARES);
  for (const maker of MAKERS) {
    left -= maker.share;
    if (left < 0) return maker;
  }
  throw new Error('shares do not add up');
}

/** Kinds that `--only` can ask for. */
export const KINDS: readonly string[] = MAKERS.map((maker) => maker.kind);

/** How often a hostile file is read again after each was read once. */
const HOSTILE_EVERY = 5_000;

/**
 * The file of one step; the same for the same seed and step. The first steps read every hostile file once.
 *
 * @param only one of `KINDS`, to make no other kind
 */
export function fuzzCase(seed: number, step: number, only?: string): FuzzCase {
  const random = randomOf(seed, step);
  const asked = MAKERS.find((maker) => maker.kind === only);
  if (asked !== undefined) return { kind: asked.kind, bytes: asked.make(random) };
  const hostile =
    HOSTILE_KINDS[step] ??
    (step % HOSTILE_EVERY === 0 ? HOSTILE_KINDS[(step / HOSTILE_EVERY) % HOSTILE_KINDS.length] : undefined);
  if (hostile !== undefined) return { kind: hostile, bytes: HOSTILE[hostile]?.() ?? new Uint8Array() };
  const maker = pickMaker(random);
  const bytes = maker.make(random);
  return random.oneIn(3)
    ? { kind: maker.kind, bytes, name: random.pick(NAMES) }
    : { kind: maker.kind, bytes };
}
