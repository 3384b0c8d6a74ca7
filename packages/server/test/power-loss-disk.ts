// A disk that loses power: `node power-loss-disk.ts <folder> <image> <bytes>` (Linux, root). It serves one file,
// `disk`, by the kernel's FUSE protocol, for a loop device to stand on. What is written stays in a volatile cache, as
// in a drive, until the file system above orders a flush; only then it reaches the image.
//
// Writing "<share> <blocks>" to the file `cut` cuts the power as soon as so many blocks are unflushed, or at the next
// writing: that share of them (0 to 1), chosen at random and so out of order, reaches the image, the others are gone,
// and from then on every request fails.
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

const BLOCK = 4096;
const LARGEST_WRITE = 128 * 1024;
const IN_HEADER = 40;
const OUT_HEADER = 16;
const EIO = 5;
const ENOENT = 2;
const ENOSYS = 38;

/** Numbers of the kernel's include/uapi/linux/fuse.h. */
const OPCODE = {
  lookup: 1,
  forget: 2,
  getattr: 3,
  setattr: 4,
  open: 14,
  read: 15,
  write: 16,
  statfs: 17,
  release: 18,
  fsync: 20,
  flush: 25,
  init: 26,
  opendir: 27,
  releasedir: 29,
  destroy: 38,
  interrupt: 36,
  batchForget: 42,
};

const ROOT = 1;
const DISK = 2;
const CUT = 3;

const [folder = '', imagePath = '', bytes = '0'] = process.argv.slice(2);
const image = openSync(imagePath, 'a+');
closeSync(image);
const durable = openSync(imagePath, 'r+');
const size = Number(bytes);
if (fstatSync(durable).size < size) ftruncateSync(durable, size);

/** Every block written since the last flush, in order, and the newest state of each. */
let unflushed: { readonly block: number; readonly data: Buffer }[] = [];
let newest = new Map<number, Buffer>();
let isOff = false;
let armed: { readonly share: number; readonly blocks: number } | null = null;
const counts = { flushes: 0, written: 0, refused: 0 };

function flush(): void {
  for (const { block, data } of unflushed) writeSync(durable, data, 0, BLOCK, block * BLOCK);
  unflushed = [];
  newest = new Map();
  counts.flushes += 1;
}

function cutPower(share: number): void {
  const kept = unflushed.filter(() => Math.random() < share);
  for (const { block, data } of kept) writeSync(durable, data, 0, BLOCK, block * BLOCK);
  isOff = true;
  tell({ cut: { unflushed: unflushed.length, kept: kept.length } });
}

function tell(words: object): void {
  process.stdout.write(`${JSON.stringify(words)}\n`);
}

function readBlock(block: number): Buffer {
  const cached = newest.get(block);
  if (cached !== undefined) return cached;
  const data = Buffer.alloc(BLOCK);
  readSync(durable, data, 0, BLOCK, block * BLOCK);
  return data;
}

/** Calls back with each block that a range touches, and where in it. */
function eachBlock(
  offset: number,
  length: number,
  visit: (block: number, from: number, part: number, at: number) => void,
): void {
  for (let at = 0; at < length; ) {
    const block = Math.floor((offset + at) / BLOCK);
    const from = (offset + at) % BLOCK;
    const part = Math.min(BLOCK - from, length - at);
    visit(block, from, part, at);
    at += part;
  }
}

function writeDisk(offset: number, data: Buffer): void {
  eachBlock(offset, data.length, (block, from, part, at) => {
    const whole = Buffer.from(readBlock(block));
    data.copy(whole, from, at, at + part);
    newest.set(block, whole);
    unflushed.push({ block, data: whole });
    counts.written += 1;
  });
}

function readDisk(offset: number, wanted: number): Buffer {
  const out = Buffer.alloc(Math.max(0, Math.min(wanted, size - offset)));
  eachBlock(offset, out.length, (block, from, part, at) => {
    readBlock(block).copy(out, at, from, from + part);
  });
  return out;
}

function attributes(node: number): Buffer {
  const out = Buffer.alloc(88);
  out.writeBigUInt64LE(BigInt(node), 0);
  out.writeBigUInt64LE(BigInt(node === DISK ? size : 0), 8);
  out.writeBigUInt64LE(BigInt(node === DISK ? size / 512 : 0), 16);
  out.writeUInt32LE(node === ROOT ? 0o040755 : 0o100600, 60);
  out.writeUInt32LE(1, 64);
  out.writeUInt32LE(BLOCK, 80);
  return out;
}

const ALWAYS = 1_000_000n;

function entry(node: number): Buffer {
  const head = Buffer.alloc(40);
  head.writeBigUInt64LE(BigInt(node), 0);
  head.writeBigUInt64LE(ALWAYS, 16);
  head.writeBigUInt64LE(ALWAYS, 24);
  return Buffer.concat([head, attributes(node)]);
}

function initReply(body: Buffer): Buffer {
  const MAX_PAGES = 1 << 22;
  const out = Buffer.alloc(64);
  out.writeUInt32LE(7, 0);
  out.writeUInt32LE(Math.min(31, body.readUInt32LE(4)), 4);
  out.writeUInt32LE(LARGEST_WRITE, 8);
  out.writeUInt32LE(MAX_PAGES, 12);
  out.writeUInt16LE(12, 16);
  out.writeUInt16LE(9, 18);
  out.writeUInt32LE(LARGEST_WRITE, 20);
  out.writeUInt32LE(1, 24);
  out.writeUInt16LE(LARGEST_WRITE / BLOCK, 28);
  return out;
}

function attributeReply(node: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeBigUInt64LE(ALWAYS, 0);
  return Buffer.concat([head, attributes(node)]);
}

function writeReply(node: number, body: Buffer): Buffer | number {
  const length = body.readUInt32LE(16);
  const data = body.subarray(40, 40 + length);
  if (node === CUT) {
    const [share = 0, blocks = 0] = data.toString('utf8').split(' ').map(Number);
    if (armed === null && blocks > 0) armed = { share, blocks };
    else if (!isOff) cutPower(share);
  } else {
    if (isOff) {
      counts.refused += Math.ceil(length / BLOCK);
      return EIO;
    }
    writeDisk(Number(body.readBigUInt64LE(8)), data);
    if (armed !== null && unflushed.length >= armed.blocks) cutPower(armed.share);
  }
  const out = Buffer.alloc(8);
  out.writeUInt32LE(length, 0);
  return out;
}

function fsyncReply(node: number): Buffer | number {
  if (isOff) return EIO;
  if (node === DISK) flush();
  return Buffer.alloc(0);
}

/** The answer's body, or an error's number. */
function answer(opcode: number, node: number, body: Buffer): Buffer | number {
  switch (opcode) {
    case OPCODE.init:
      return initReply(body);
    case OPCODE.lookup: {
      const name = body.toString('utf8', 0, body.indexOf(0));
      if (name === 'disk') return entry(DISK);
      return name === 'cut' ? entry(CUT) : ENOENT;
    }
    case OPCODE.getattr:
    case OPCODE.setattr:
      return attributeReply(node);
    case OPCODE.open:
    case OPCODE.opendir:
      return Buffer.alloc(16);
    case OPCODE.read:
      return isOff ? EIO : readDisk(Number(body.readBigUInt64LE(8)), body.readUInt32LE(16));
    case OPCODE.write:
      return writeReply(node, body);
    case OPCODE.fsync:
      return fsyncReply(node);
    case OPCODE.statfs:
      return Buffer.alloc(80);
    case OPCODE.flush:
    case OPCODE.release:
    case OPCODE.releasedir:
    case OPCODE.destroy:
      return Buffer.alloc(0);
    default:
      return ENOSYS;
  }
}

const UNANSWERED = new Set([OPCODE.forget, OPCODE.batchForget, OPCODE.interrupt]);

/** Ends when the folder is unmounted. */
function serve(kernel: number): void {
  const request = Buffer.alloc(LARGEST_WRITE + 2 * BLOCK);
  for (;;) {
    let length: number;
    try {
      length = readSync(kernel, request);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENODEV') return;
      throw error;
    }
    const opcode = request.readUInt32LE(4);
    if (UNANSWERED.has(opcode)) continue;
    const node = Number(request.readBigUInt64LE(16));
    const result = answer(opcode, node, request.subarray(IN_HEADER, length));
    const body = typeof result === 'number' ? Buffer.alloc(0) : result;
    const head = Buffer.alloc(OUT_HEADER);
    head.writeUInt32LE(OUT_HEADER + body.length, 0);
    head.writeInt32LE(typeof result === 'number' ? -result : 0, 4);
    request.copy(head, 8, 8, 16);
    writeSync(kernel, Buffer.concat([head, body]));
  }
}

const kernel = openSync('/dev/fuse', 'r+');
const mount = spawn(
  'mount',
  ['-i', '-t', 'fuse', 'zhaoshi-test-disk', folder, '-o', 'fd=3,rootmode=40755,user_id=0,group_id=0'],
  { stdio: ['ignore', 'inherit', 'inherit', kernel] },
);
mount.on('exit', (code) => {
  if (code !== 0) process.exit(1);
  process.stdout.write('mounted\n');
  serve(kernel);
  tell({ counts });
});
