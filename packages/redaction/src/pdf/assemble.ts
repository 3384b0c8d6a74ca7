import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { EncodedPage } from '../raster/encode-page.ts';
import type { Size } from './draw-page.ts';

const WORKSPACE = dirname(fileURLToPath(import.meta.url));

export interface ReleasedPage extends EncodedPage {
  /** In points. */
  readonly size: Size;
}

/** A PDF of the pictures, each filling its page, in the size of the page it was drawn from. */
export function assemblePdf(pages: readonly ReleasedPage[]): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE });
  const entries = pages.map(({ bytes, extension, size }, index) => {
    const path = `page-${index + 1}.${extension}`;
    compiler.mapShadow(join(WORKSPACE, path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    // Told to those who cannot see the picture; the title of the source is not taken over.
    return { path, width: size.width, height: size.height, alt: `第 ${index + 1} 页（图片，文字不可选取）` };
  });
  compiler.mapShadow(join(WORKSPACE, 'pages.json'), Buffer.from(JSON.stringify(entries)));
  const compiled = compiler.compile({ mainFilePath: join(WORKSPACE, 'pages.typ') });
  // The template is ours and the pictures are our own: this is a programming fault.
  if (compiled.result === null) {
    throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  }
  return compiler.pdf(compiled.result);
}
