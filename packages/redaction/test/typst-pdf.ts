import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The package that report-files brings along; tests alone need it here. */
const FONTS = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular');

/** A PDF from Typst source, with Chinese text in an embedded font; `files` are what the source refers to. */
export function typstPdf(source: string, files: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const workspace = import.meta.dirname;
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [FONTS] }] });
  for (const [name, bytes] of Object.entries(files)) {
    compiler.mapShadow(join(workspace, name), Buffer.from(bytes));
  }
  const text = `#set text(font: "Noto Sans SC", lang: "zh", size: 12pt)\n${source}`;
  const compiled = compiler.compile({ mainFileContent: text });
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  return compiler.pdf(compiled.result);
}
