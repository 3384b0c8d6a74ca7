import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { assembleReport } from '../assemble/assemble-report.ts';
import { LIMITS } from '../limits.ts';
import { type ReadError, ReadFailure } from '../read-error.ts';
import type { ReadReport } from '../read-report.ts';
import { createDeadline } from './deadline.ts';
import { readJsonReport } from './json/read-json.ts';
import { readSourceAs } from './read-source.ts';
import { extensionNotes, sniffFormat } from './sniff.ts';
import { checkSourceSize } from './source-size.ts';

/** What the caller knows better than the file. */
export interface ReadOptions {
  /** File name, for notes only; the content decides the format. */
  readonly name?: string;
  readonly reportYear?: number;
  readonly formVersion?: FormVersion;
  readonly organKind?: OrganKind;
  /** How long reading may take: a file that was made here may take what the machine needs. */
  readonly milliseconds?: number;
}

const MEBIBYTE = 1024 * 1024;

async function readOrThrow(bytes: Uint8Array, options: ReadOptions): Promise<ReadReport> {
  if (bytes.length > LIMITS.fileBytes) {
    throw new ReadFailure(
      'too-large',
      `文件超过 ${LIMITS.fileBytes / MEBIBYTE} MB，未读取。年度报告一般不超过几 MB，请压缩图片或另存后重试。`,
    );
  }
  const format = sniffFormat(bytes, options.name);
  if (format === 'json') {
    const read = readJsonReport(bytes);
    return { ...read, notes: [...extensionNotes(format, options.name), ...read.notes] };
  }
  const source = await readSourceAs(format, bytes, options.name, createDeadline(options.milliseconds));
  checkSourceSize(source);
  return assembleReport(source, options);
}

/**
 * Reads an annual report from the bytes of a file. Never throws: a file that cannot be read gives an error that
 * says in Chinese what it is and what to do. A fault of a reader gives `damaged`, since only a file that no
 * program wrote properly brings one about.
 */
export async function readReportFile(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<ReadReport, ReadError>> {
  try {
    return ok(await readOrThrow(bytes, options));
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.failure);
    return err({
      code: 'damaged',
      message: '文件已损坏或不符合格式规范，无法读取。请用 Word 或 WPS 打开后另存为 .docx 再试。',
    });
  }
}
