import { open, readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { LIMITS } from '@zhaoshi/report-files/limits';
import type { ReadError } from '@zhaoshi/report-files/read-error';
import { glob, isDynamicPattern } from 'tinyglobby';
import { CliError, fileError } from './cli-error.ts';
import { type Io, write } from './io.ts';

/** Endings looked for in folders; a file named on the command line is read whatever it is called. */
const REPORT_FILES = '**/*.{docx,doc,wps,pdf,html,htm,xlsx,xls,et,txt,json}';

/** A report to read: a file, or standard input. */
export interface Input {
  /** As the caller wrote it, for messages and JSON. */
  readonly label: string;
  /** File name without its folder, a hint for readers; `undefined` for standard input. */
  readonly name: string | undefined;
  /** Absolute path; `undefined` for standard input. */
  readonly path: string | undefined;
}

/** 2.docx before 10.docx, as in the file manager. */
const BY_NAME = new Intl.Collator('zh-CN', { numeric: true });

async function filesBelow(folder: string, pattern: string, io: Io): Promise<string[]> {
  const found = await glob(pattern, {
    cwd: resolve(io.cwd, folder),
    onlyFiles: true,
    caseSensitiveMatch: false,
    ignore: ['**/~$*', '**/.*'],
  });
  return found
    .toSorted((a, b) => BY_NAME.compare(a, b))
    .map((file) => (folder === '.' ? file : `${folder.replace(/[\\/]+$/, '')}/${file}`));
}

const MOST_NAMED = 5;

/** Nobody should think that a folder was read whole when it was not. */
async function tellOthers(folder: string, reports: readonly string[], io: Io): Promise<void> {
  const read = new Set(reports);
  const others = (await filesBelow(folder, '**', io)).filter((file) => !read.has(file));
  if (others.length === 0) return;
  const named = others.slice(0, MOST_NAMED).map((file) => basename(file));
  const rest = others.length > MOST_NAMED ? '等' : '';
  await write(
    io.stderr,
    `${folder} 中有${others.length}个文件不是支持的格式，没有读取：${named.join('、')}${rest}\n`,
  );
}

/** The files one argument stands for. A file that is there is taken by its name, even if the name looks like a glob. */
async function namedBy(arg: string, io: Io): Promise<string[]> {
  try {
    const found = await stat(resolve(io.cwd, arg));
    if (!found.isDirectory()) return [arg];
    const reports = await filesBelow(arg, REPORT_FILES, io);
    await tellOthers(arg, reports, io);
    return reports;
  } catch (error) {
    if (isDynamicPattern(arg)) return await filesBelow('.', arg, io);
    throw fileError(error, arg);
  }
}

/** Files, folders, globs and "-" as the inputs they stand for, in the order given, folders sorted by name. */
export async function expandInputs(args: readonly string[], io: Io): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const arg of args) {
    if (arg === '-') {
      inputs.push({ label: '（标准输入）', name: undefined, path: undefined });
      continue;
    }
    const labels = await namedBy(arg, io);
    if (labels.length === 0) {
      throw new CliError(
        `没有找到年报文件：${arg}（支持 docx、doc、wps、pdf、html、xlsx、xls、et、txt、json）`,
      );
    }
    inputs.push(...labels.map((label) => ({ label, name: basename(label), path: resolve(io.cwd, label) })));
  }
  return inputs;
}

const TOO_LARGE: ReadError = {
  code: 'too-large',
  message: `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB，未读取。年度报告通常不足 1 MB，请确认没有选错文件，或删去其中的图片后重试。`,
};

async function readStdin(io: Io): Promise<Uint8Array | ReadError> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > LIMITS.fileBytes) return TOO_LARGE;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The bytes of an input, or why it is refused before any is read. */
export async function readInput(input: Input, io: Io): Promise<Uint8Array | ReadError> {
  if (input.path === undefined) return await readStdin(io);
  try {
    const file = await open(input.path);
    try {
      const { size } = await file.stat();
      return size > LIMITS.fileBytes ? TOO_LARGE : await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error, input.label);
  }
}

/** A JSON file of the caller's, for settings, waivers and lists. */
export async function readJsonFile(path: string, io: Io): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(resolve(io.cwd, path), 'utf8');
  } catch (error) {
    throw fileError(error, path);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError(`不是有效的 JSON 文件：${path}`);
  }
}

/** A text file with one name a line; empty lines are passed over. */
export async function readListFile(path: string, io: Io): Promise<readonly string[]> {
  try {
    const text = await readFile(resolve(io.cwd, path), 'utf8');
    return text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  } catch (error) {
    throw fileError(error, path);
  }
}
