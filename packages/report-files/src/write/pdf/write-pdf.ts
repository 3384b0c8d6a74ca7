import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { pdfData } from './pdf-data.ts';

export interface PdfOptions {
  /**
   * Folders with further font files, for example 仿宋_GB2312 and 方正小标宋 that the operator has bought.
   * They come before the Noto fonts wherever the official layout asks for them.
   */
  readonly fontFolders?: readonly string[];
}

/** Writes reports one after the other with the same warm compiler. */
export interface PdfWriter {
  readonly write: (report: AnnualReport) => Promise<Uint8Array>;
}

const WORKSPACE = dirname(fileURLToPath(import.meta.url));
const TEMPLATE = join(WORKSPACE, 'report.typ');
const DATA = join(WORKSPACE, 'data.json');

/** Results older than this many reports are dropped, so that memory does not grow with their number. */
const CACHE_AGE = 4;

function fontFolder(packageName: string, style: string): string {
  return join(dirname(fileURLToPath(import.meta.resolve(`${packageName}/package.json`))), style);
}

const BUNDLED_FONTS = [
  fontFolder('@expo-google-fonts/noto-serif-sc', '400Regular'),
  fontFolder('@expo-google-fonts/noto-sans-sc', '400Regular'),
];

/**
 * PDF/UA-1 refuses text that no font at hand can show (a rare character of a name). Such a report is still
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
 * A writer with its own compiler. Making one reads the fonts (about 0.1 s).
 * The files are tagged and follow PDF/UA-1; the same report always gives the same bytes.
 */
export function createPdfWriter(options: PdfOptions = {}): PdfWriter {
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontPaths: [...(options.fontFolders ?? []), ...BUNDLED_FONTS] }],
  });
  return {
    write: async (report) => {
      compiler.mapShadow(DATA, Buffer.from(JSON.stringify(pdfData(report))));
      const compiled = compiler.compile({ mainFilePath: TEMPLATE });
      const document = compiled.result;
      if (document === null) {
        // The template is ours and the data is checked: this is a programming fault, not a bad report.
        throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
      }
      const pdf = accessiblePdf(compiler, document);
      compiler.evictCache(CACHE_AGE);
      // Native documents are freed only between turns of the event loop: a loop of reports must let one pass.
      await setImmediate();
      return pdf;
    },
  };
}

let shared: PdfWriter | undefined;

/** The report as a tagged PDF with embedded fonts; the compiler is kept warm between calls. */
export async function writePdf(report: AnnualReport): Promise<Uint8Array> {
  shared ??= createPdfWriter();
  return await shared.write(report);
}
