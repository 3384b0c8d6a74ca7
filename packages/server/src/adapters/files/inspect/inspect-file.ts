import { open } from 'node:fs/promises';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LIMITS } from '@zhaoshi/report-files/limits';
import { isOle } from '@zhaoshi/report-files/read/sniff-ole';
import { ReadFailure } from '@zhaoshi/report-files/read-error';
import { fileTypeFromBuffer } from 'file-type';
import type { FileRejection } from '../rejection.ts';
import type { SpooledFile } from '../storage.ts';
import { hasArchiveAtEnd, hasPdfMark } from './embedded-archive.ts';
import { ALLOWED_EXTENSIONS, CONTENT_NAMES, type ContentKind, FILE_KINDS } from './file-kinds.ts';
import { type FileWindow, openWindow, readPart } from './file-window.ts';
import { inspectOldOffice } from './old-office.ts';
import { refuseMacro } from './package-parts.ts';
import { inspectPackedOffice } from './packed-office.ts';
import { isEncryptedPdf, isPdf, isWholePdf } from './pdf.ts';
import { refuseActivePdf } from './pdf-actions.ts';
import { hasMoreBehind, jpegEnd, pngEnd } from './picture-end.ts';
import { isPixelFlood, jpegSize, type PictureSize, pngSize } from './picture-size.ts';
import { judgeText } from './plain-text.ts';
import { Refused } from './refused.ts';
import { inTurn } from './turns.ts';

export interface InspectedFile {
  readonly mediaType: string;
  /** Has a password: no scan can look into it. */
  readonly isEncrypted: boolean;
}

type Found = Result<{ readonly kind: ContentKind; readonly isEncrypted: boolean }, FileRejection>;

const RESAVE = '请用 Word、Excel 或 WPS 打开，另存一份后重新上传。';
const DAMAGED: FileRejection = {
  code: 'damaged',
  message: '文件不完整或已损坏，没有接收。请确认能正常打开，重新取得文件后再上传。',
};

const found = (kind: ContentKind, isEncrypted = false): Found => ok({ kind, isEncrypted });

/** The content is of a kind that is not taken, under whatever name. */
const foreign = (what: string): Found =>
  err({
    code: 'content-differs',
    message: `文件内容实际是${what}，与文件名不符，也不在可上传之列，没有接收。请核对文件来源，或另存为可上传的格式：${ALLOWED_EXTENSIONS}。`,
  });

async function findZip({ path }: FileWindow): Promise<Found> {
  const kind = await inspectPackedOffice(path);
  return kind === null ? foreign('压缩包或其他文档（ZIP 格式）') : found(kind);
}

async function findOle({ handle, size }: FileWindow): Promise<Found> {
  if (size > LIMITS.fileBytes) {
    const most = Math.floor(LIMITS.fileBytes / 1024 / 1024);
    return err({
      code: 'too-large',
      message: `旧版 Office 文件超过 ${most} MB，没有接收。请另存为 .docx、.xlsx 或 PDF 后上传。`,
    });
  }
  const office = await inTurn(async () => inspectOldOffice(await readPart(handle, 0, size)));
  if (office === null) return foreign('其他程序的文件（旧版 Office 容器，但不是 Word 或 Excel）');
  if (office.hasMacro) throw refuseMacro();
  return found(office.kind, office.isEncrypted);
}

async function findPdf(window: FileWindow): Promise<Found> {
  if (!isWholePdf(window)) return err(DAMAGED);
  const isEncrypted = await isEncryptedPdf(window);
  await refuseActivePdf(window, isEncrypted);
  return found('pdf', isEncrypted);
}

/** Header first: it is what tells a picture too big, and needs no walk through the file. */
async function judgePicture(kind: 'jpeg' | 'png', window: FileWindow): Promise<Found> {
  const size: PictureSize | null = kind === 'jpeg' ? await jpegSize(window) : pngSize(window);
  if (size === null) return err(DAMAGED);
  if (isPixelFlood(size)) {
    return err({
      code: 'picture-too-big',
      message: `图片为 ${size.width}×${size.height} 像素，超出限度，没有接收。请缩小到 1 亿像素以内（A3 纸按 300 dpi 扫描即可）后上传。`,
    });
  }
  const end = kind === 'jpeg' ? await jpegEnd(window) : await pngEnd(window);
  if (end === null) return err(DAMAGED);
  if (!(await hasMoreBehind(window, end))) return found(kind);
  return err({
    code: 'hidden-content',
    message:
      '图片后面还接着其他内容（动态照片的视频、相机附加数据或夹带的文件），没有接收。请用“画图”等程序打开图片，另存一份后重新上传。',
  });
}

async function findOther(window: FileWindow): Promise<Found> {
  const type = await fileTypeFromBuffer(window.head);
  if (type?.mime === 'image/jpeg') return await judgePicture('jpeg', window);
  if (type?.mime === 'image/png') return await judgePicture('png', window);
  const verdict = await judgeText(window);
  if (verdict === 'text') return found('text');
  if (verdict === 'markup') return foreign('网页或带标签的文本（HTML、SVG、XML、RTF 等）');
  if (verdict === 'script') return foreign('脚本程序');
  return foreign(type === undefined ? '无法识别的格式' : ` ${type.ext.toUpperCase()} 格式`);
}

/** What the content is, and that it is nothing else besides. */
async function findKind(window: FileWindow): Promise<Found> {
  const { head } = window;
  if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) {
    return hasPdfMark(window) ? hidden('PDF') : await findZip(window);
  }
  // Word keeps embedded .xlsx objects as they are, so a directory of theirs near the end means nothing.
  if (isOle(head)) return hasPdfMark(window) ? hidden('PDF') : await findOle(window);
  if (await hasArchiveAtEnd(window)) return hidden('压缩包');
  if (isPdf(window)) return await findPdf(window);
  return hasPdfMark(window) ? hidden('PDF') : await findOther(window);
}

const hidden = (what: string): Found =>
  err({
    code: 'hidden-content',
    message: `文件里夹带了另一个文件（${what}），在不同程序里会打开成不同的内容，没有接收。请核对文件来源，重新导出后上传。`,
  });

function ofReadFailure({ failure }: ReadFailure): FileRejection {
  if (failure.code === 'archive-limits') return { code: 'archive-limits', message: failure.message };
  if (failure.code === 'encrypted') {
    return { code: 'damaged', message: `文件包的内部被加密，无法检查，没有接收。${RESAVE}` };
  }
  return { code: 'damaged', message: `${failure.message.split('。')[0] ?? '文件已损坏'}。${RESAVE}` };
}

async function findGuarded(window: FileWindow): Promise<Found> {
  try {
    return await findKind(window);
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection);
    if (error instanceof ReadFailure) return err(ofReadFailure(error));
    throw error;
  }
}

/**
 * Finds out by its content what a file is, and takes it only when its extension says the same.
 *
 * @param extension one of `FILE_KINDS`
 */
export async function inspectFile(
  { path, size }: SpooledFile,
  extension: string,
): Promise<Result<InspectedFile, FileRejection>> {
  const expected = FILE_KINDS.get(extension);
  if (expected === undefined) throw new Error(`no such file kind: ${extension}`);
  const handle = await open(path, 'r');
  try {
    const content = await findGuarded(await openWindow(handle, path, size));
    if (!content.ok) return content;
    const { kind, isEncrypted } = content.value;
    if (!expected.contents.includes(kind)) {
      return err({
        code: 'content-differs',
        message: `文件扩展名是“.${extension}”，内容实际是${CONTENT_NAMES[kind]}，没有接收。请改用正确的扩展名，或另存为 .${extension} 后重新上传。`,
      });
    }
    return ok({ mediaType: expected.mediaType, isEncrypted });
  } finally {
    await handle.close();
  }
}
