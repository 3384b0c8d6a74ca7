import { CommanderError } from 'commander';
import { CliError } from './cli-error.ts';
import { configFolderOf } from './config-folder.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, write } from './io.ts';
import { createProgram } from './program.ts';
import { usageError } from './usage-error.ts';

const DEFAULT_WIDTH = 120;

/** Runs one command line; everything that goes wrong ends as a sentence and an exit code. */
export async function run(args: readonly string[], io: Io, debug: boolean): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = createProgram((result) => {
    code = result;
  }, io);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      // "zhaoshi report" alone has already shown its help.
      if (error.exitCode === 0 || error.code === 'commander.help')
        return error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
      await write(io.stderr, `${usageError(error, program, args)}\n`);
      return EXIT.unusable;
    }
    const stack = debug && error instanceof Error ? `\n${error.stack}` : '';
    if (error instanceof CliError) {
      await write(io.stderr, `${error.message}${stack}\n`);
      return EXIT.unusable;
    }
    const reason = error instanceof Error ? error.message : String(error);
    await write(
      io.stderr,
      `程序出错，没有写入任何文件：${reason}${stack || '\n加 --debug 再运行一次可看到详细信息，请附在问题报告里。'}\n`,
    );
    return EXIT.fault;
  }
}

/** The command as the operating system starts it. */
export async function runProcess(): Promise<void> {
  const debug = process.argv.includes('--debug');
  // A reader that has seen enough ("| head") closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.clean : EXIT.fault);
  });
  const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  process.exitCode = await run(
    process.argv.slice(2),
    {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      cwd: process.cwd(),
      configFolder: configFolderOf(process.env, process.platform),
      colours,
      interactive: process.stderr.isTTY,
      // A terminal that was given no size says 0.
      width: process.stdout.columns > 0 ? process.stdout.columns : DEFAULT_WIDTH,
    },
    debug,
  );
}
