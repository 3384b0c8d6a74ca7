import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { judgeFileName } from './inspect/file-name.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import type { Files } from './open-files.ts';
import type { FileRejection } from './rejection.ts';
import { sealSpooled } from './sealed-content.ts';
import { discard, type SpoolRefusal, spool } from './spool.ts';
import { newStorageKey, type SpooledFile } from './storage.ts';

/** A file that lies in the storage and has no row yet. */
export interface StoredFile {
  readonly storageKey: string;
  readonly name: string;
  readonly mediaType: string;
  readonly isEncrypted: boolean;
  readonly size: number;
  /** Of the content. */
  readonly sha256: string;
  /** Of a sealed file: what opens it, and the hash of what lies in the storage. */
  readonly seal: { readonly key: Buffer; readonly sha256: string } | null;
}

export interface Upload {
  /** As the client sent it. */
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

const REFUSALS: Readonly<Record<SpoolRefusal, (mebibytes: number) => string>> = {
  'too-large': (most) => `文件超过 ${most} MB，没有接收。请压缩其中的图片、降低扫描分辨率或拆成几份后上传。`,
  empty: () => '文件是空的（0 字节），没有接收。请确认文件已完整保存后重新上传。',
  incomplete: () => '文件没有传完就中断了，没有接收。请检查网络后重新上传。',
  'no-space': () => '服务器的存储空间不足，文件没有接收。请联系系统管理员，稍后重新上传。',
};

function ofRefusal(code: SpoolRefusal, limit: number): FileRejection {
  return { code, message: REFUSALS[code](Math.floor(limit / 1024 / 1024)) };
}

async function scan(files: Files, { path }: SpooledFile): Promise<FileRejection | null> {
  if (files.scan === null) return null;
  const result = await files.scan(path);
  if (result.verdict === 'clean') return null;
  if (result.verdict === 'infected') {
    return {
      code: 'infected',
      message: `文件被查出病毒（${result.signature}），没有接收。请先在本机查杀，或向提供者重新索取文件。`,
    };
  }
  files.warn('virus scanner unavailable', { reason: result.reason });
  // A file that was not looked at is not taken: the scanner is there because somebody relies on it.
  return {
    code: 'scanner-unavailable',
    message: '病毒扫描服务暂时不可用，文件没有接收。请稍后重新上传；仍不行请联系系统管理员。',
  };
}

/** Puts an examined file into the storage under a new key, sealed if it must be. */
async function store(
  files: Files,
  spooled: SpooledFile,
  isSealed: boolean,
): Promise<Pick<StoredFile, 'storageKey' | 'seal'>> {
  const storageKey = newStorageKey();
  if (!isSealed) {
    await files.storage.put(storageKey, spooled);
    return { storageKey, seal: null };
  }
  const { file, key } = await sealSpooled(files.spoolFolder, spooled);
  try {
    await files.storage.put(storageKey, file);
    return { storageKey, seal: { key, sha256: file.sha256 } };
  } finally {
    await discard(file);
  }
}

/**
 * Examines an upload and puts it into the storage; after a refusal or a fault nothing of it is left. The row comes
 * second (`insertFile`), in the transaction of the change that the file belongs to.
 *
 * @param isSealed for what belongs to a case or names persons: it lies encrypted in the storage
 * @throws a fault of the disk or of the storage
 */
export async function takeIn(
  files: Files,
  upload: Upload,
  isSealed = false,
): Promise<Result<StoredFile, FileRejection>> {
  const named = judgeFileName(upload.name);
  if (!named.ok) return named;
  if (!(await files.hasRoom())) {
    files.warn('too little free space for uploads', {});
    return err(ofRefusal('no-space', files.uploadBytes));
  }
  const spooled = await spool(files.spoolFolder, upload.stream, files.uploadBytes);
  if (!spooled.ok) return err(ofRefusal(spooled.error, files.uploadBytes));
  try {
    const inspected = await inspectFile(spooled.value, named.value.extension);
    if (!inspected.ok) return inspected;
    const refused = await scan(files, spooled.value);
    if (refused !== null) return err(refused);
    const stored = await store(files, spooled.value, isSealed);
    const { size, sha256 } = spooled.value;
    return ok({ ...stored, name: named.value.name, ...inspected.value, size, sha256 });
  } finally {
    await discard(spooled.value);
  }
}
