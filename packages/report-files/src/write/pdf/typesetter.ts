import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

export interface PdfOptions {
  /**
   * Folders with further font files, for example 仿宋_GB2312 and 方正小标宋 that the operator has bought.
   * They come before the Noto fonts wherever the official layout asks for them.
   */
  readonly fontFolders?: readonly string[];
}

/** Sets one template with other data again and again, with the same warm compiler. */
export interface Typesetter {
  readonly typeset: (data: unknown) => Promise<Uint8Array>;
}

/** Templates may use one another's parts below this folder, and nothing else on the machine. */
const WORKSPACE = fileURLToPath(new URL('../../', import.meta.url));

/** Results older than this many documents are dropped, so that memory does not grow with their number. */
const CACHE_AGE = 4;

function fontFolder(packageName: string, style: string): string {
  return join(dirname(fileURLToPath(import.meta.resolve(`${packageName}/package.json`))), style);
}

const BUNDLED_FONTS = [
  fontFolder('@expo-google-fonts/noto-serif-sc', '400Regular'),
  fontFolder('@expo-google-fonts/noto-sans-sc', '400Regular'),
];

/**
 * PDF/UA-1 refuses text that no font at hand can show (a rare character of a name). Such a document is still
 * written as a tagged file, without the claim.
 */
function accessiblePdf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(document);
  }
}

/**
 * A typesetter with its own compiler for a template that reads its data from `data.json` beside it. Making one reads
 * the fonts (about 0.1 s). The files are tagged and follow PDF/UA-1; the same data always gives the same bytes.
 */
export function createTypesetter(template: URL, options: PdfOptions = {}): Typesetter {
  const mainFilePath = fileURLToPath(template);
  const dataPath = join(dirname(mainFilePath), 'data.json');
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontPaths: [...(options.fontFolders ?? []), ...BUNDLED_FONTS] }],
  });
  return {
    typeset: async (data) => {
      compiler.mapShadow(dataPath, Buffer.from(JSON.stringify(data)));
      const compiled = compiler.compile({ mainFilePath });
      const document = compiled.result;
      if (document === null) {
        // The template is ours and the data is checked: this is a programming fault, not a bad document.
        throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
      }
      const pdf = accessiblePdf(compiler, document);
      compiler.evictCache(CACHE_AGE);
      // Native documents are freed only between turns of the event loop: a loop of documents must let one pass.
      await setImmediate();
      return pdf;
    },
  };
}
