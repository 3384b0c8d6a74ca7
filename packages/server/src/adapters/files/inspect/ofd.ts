import { readElements } from './package-parts.ts';
import { Refused } from './refused.ts';

/** What GB/T 33190 keeps in a package: descriptions, pictures, fonts, seals and signatures, data of invoices. */
const ENTRY =
  /\.(?:xml|xbrl|png|jpe?g|bmp|gif|tiff?|jp2|jb2|jbig2|gbig2|ttf|otf|ttc|fnt|cff|esl|dat|sig|der|cer)$/;

const damaged = (): Refused =>
  new Refused(
    'damaged',
    '文件不是完整的 OFD（缺少版式文件的主入口），没有接收。请用 OFD 阅读器打开原文件，另存或重新导出后上传。',
  );

/** Where the documents of the package begin (GB/T 33190, 7.4). */
function documentRoots(bytes: Uint8Array): readonly string[] {
  const roots: string[] = [];
  let current: string | null = null;
  readElements(
    bytes,
    (name) => {
      if (current === null && name !== 'OFD') throw damaged();
      current = name;
      if (name === 'DocRoot') roots.push('');
    },
    (text) => {
      if (current === 'DocRoot') roots.push(`${roots.pop() ?? ''}${text}`);
    },
  );
  return roots.map((root) =>
    root
      .trim()
      .replace(/^\.?\//, '')
      .toLowerCase(),
  );
}

/**
 * @param names of all entries, in lower case
 * @throws Refused when the package is not an OFD, or holds what an OFD does not
 */
export function judgeOfd(entrance: Uint8Array, names: ReadonlySet<string>): void {
  const roots = documentRoots(entrance);
  if (roots.length === 0 || roots.some((root) => !names.has(root))) throw damaged();
  if ([...names].every((name) => ENTRY.test(name))) return;
  throw new Refused(
    'hidden-content',
    'OFD 里夹带了版式文件以外的内容（附件、多媒体或其他文件），没有接收。请用 OFD 阅读器删去附件后另存，附件请单独上传。',
  );
}
