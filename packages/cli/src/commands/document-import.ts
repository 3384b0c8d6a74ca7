import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { inWords, type PlatformFlags, platformOptions } from './platform-options.ts';

type Documents = typeof import('@zhaoshi/server/documents');
type Imported = Awaited<ReturnType<Documents['importDocumentsAtTerminal']>>;

interface ImportFlags extends PlatformFlags {
  readonly organ: string;
  readonly manifest: string;
  readonly writer: string;
  readonly keepOriginals?: boolean;
  readonly failures?: string;
  readonly json?: boolean;
}

/** Rows with mistakes that are shown; the file has all of them. */
const SHOWN_FAILURES = 20;

function importWords({ rows, made, known, failed }: Imported): string {
  const before = known === 0 ? '' : `，以前已导入 ${known} 件`;
  return [
    `清单共 ${rows} 行，新建草稿 ${made} 件${before}${failed.length === 0 ? '。' : `，${failed.length} 行没有导入：`}`,
    ...failed.slice(0, SHOWN_FAILURES).map(({ row, reasons }) => `  第 ${row} 行：${reasons.join('')}`),
    ...(failed.length > SHOWN_FAILURES
      ? [`  还有 ${failed.length - SHOWN_FAILURES} 行，见错误文件（--failures）。`]
      : []),
    '',
  ].join('\n');
}

/** A line that tells people at a terminal how far it is; programs get none. */
function progressOf(io: Io): {
  readonly step: (done: number, of: number) => void;
  readonly clear: () => void;
} {
  const show = (text: string): void => {
    if (io.interactive) io.stderr.write(`\r\u001B[2K${text}`);
  };
  return { step: (done, of) => show(`已处理 ${done}/${of} 件`), clear: () => show('') };
}

/** `zhaoshi document import` */
export function documentImportCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  platformOptions(command)
    .description(
      '按清单把文件夹里的文件批量导入为草稿：正文、要素从文件读出，清单写明的以清单为准；中断后再运行一次即接着导入，不会重复',
    )
    .argument('<文件夹>', '文件所在的文件夹；清单里的路径从这里算起')
    .requiredOption('--organ <地区/机关>', '机关，写法同公开网站的网址，如 hedong/office；只写地区为其政府')
    .requiredOption(
      '--manifest <清单>',
      '清单（xlsx 或 csv），第一行是表头，必有“文件”列；旁边会生成同名 .journal 进度记录',
    )
    .requiredOption('--writer <账号>', '负责这批草稿的人的账号：算作起草人，不能再审查、签发这些文件')
    .option('--keep-originals', '同时把原文件作为附件')
    .option('--failures <文件>', '没有导入的行连同原因写到这里（与清单同样的格式）')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (folder: string, flags: ImportFlags) => {
      const progress = progressOf(io);
      const wanted = {
        folder: resolve(io.cwd, folder),
        manifest: resolve(io.cwd, flags.manifest),
        organ: flags.organ,
        writer: flags.writer,
        keepsOriginals: flags.keepOriginals === true,
        failures: flags.failures === undefined ? null : resolve(io.cwd, flags.failures),
      };
      const imported = await inWords(async () => {
        const { importDocumentsAtTerminal } = await import('@zhaoshi/server/documents');
        return await importDocumentsAtTerminal(flags, wanted, progress.step);
      }, flags.manifest);
      progress.clear();
      await write(
        io.stdout,
        flags.json === true ? `${JSON.stringify(imported, null, 2)}\n` : importWords(imported),
      );
      finish(imported.failed.length === 0 ? EXIT.clean : EXIT.findings);
    });
}
