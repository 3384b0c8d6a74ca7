import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import {
  type BundleEntry,
  listOfEntries,
  MANIFEST_NAME,
  manifestOf,
} from '@zhaoshi/domain/application/case-bundle';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { html } from '@zhaoshi/domain/kernel/html';
import { ZipFile } from 'yazl';
import { type BundlePart, fromBytes, pageOf } from './bundle-part.ts';

/** What the catalogue says above its list. */
export interface BundleHead {
  readonly registrationNumber: string;
  readonly organName: string;
  readonly exportedAt: Date;
}

/** 卷内目录. */
function catalogue(
  { registrationNumber, organName, exportedAt }: BundleHead,
  parts: readonly BundlePart[],
): Buffer {
  return pageOf(
    '卷内目录',
    html`<p>${organName}　登记号：${registrationNumber}　导出时间：${civilMinuteAt(exportedAt)}</p>
<table><thead><tr><th>序号</th><th>材料名称</th><th>日期</th><th>卷内文件</th></tr></thead><tbody>
${parts.map(
  (
    { title, on, path },
    index,
  ) => html`<tr><td>${index + 1}</td><td>${title}</td><td>${on}</td><td>${path}</td></tr>
`,
)}</tbody></table>
<p>${MANIFEST_NAME} 记有每个文件和全卷的校验值（SHA-256），可以用“zhaoshi application verify-case-file”核对。</p>`,
  );
}

/** Counts and hashes what passes through. */
function measured(stream: Readable, done: (entry: Pick<BundleEntry, 'bytes' | 'sha256'>) => void): Readable {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.length;
      next(null, chunk);
    },
    flush(next) {
      done({ bytes, sha256: hash.digest('hex') });
      next();
    },
  });
  stream.once('error', (error) => meter.destroy(error));
  return stream.pipe(meter);
}

/** The file of a case: its catalogue, the parts, the manifest. */
export function writeBundle(head: BundleHead, parts: readonly BundlePart[]): Readable {
  const first: BundlePart = {
    path: '00-卷内目录.html',
    title: '卷内目录',
    on: '',
    open: () => Promise.resolve(fromBytes(catalogue(head, parts))),
  };
  return writeParts(head, [first, ...parts]);
}

/**
 * Parts and their manifest as a zip stream. Each part is opened when its turn comes and hashed on its way, so memory holds
 * a piece of one; a fault in the middle breaks the stream.
 */
export function writeParts(
  head: Pick<BundleHead, 'registrationNumber' | 'exportedAt'>,
  all: readonly BundlePart[],
): Readable {
  const zip = new ZipFile();
  const output = new Readable().wrap(zip.outputStream);
  const entries: BundleEntry[] = [];
  const options = { mtime: head.exportedAt };
  const give = async (
    open: () => Promise<Readable>,
    callback: (error: unknown, stream: Readable) => void,
  ): Promise<void> => {
    try {
      callback(null, await open());
    } catch (error) {
      output.destroy(error instanceof Error ? error : new Error('a part of the case cannot be opened'));
    }
  };
  for (const { path, title, open } of all) {
    zip.addReadStreamLazy(path, options, (callback) => {
      void give(async () => measured(await open(), (sum) => entries.push({ path, title, ...sum })), callback);
    });
  }
  zip.addReadStreamLazy(MANIFEST_NAME, options, (callback) => {
    void give(() => {
      const whole = createHash('sha256').update(listOfEntries(entries)).digest('hex');
      const manifest = manifestOf(head.registrationNumber, head.exportedAt.toISOString(), entries, whole);
      return Promise.resolve(fromBytes(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)));
    }, callback);
  });
  zip.on('error', (error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error('zip failed')),
  );
  zip.end();
  return output;
}
