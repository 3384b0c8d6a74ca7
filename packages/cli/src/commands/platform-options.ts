import type { Command } from 'commander';
import { CliError, fileError } from '../cli-error.ts';

/** What the platform's commands share. */
export interface PlatformFlags {
  readonly config?: string;
  readonly data?: string;
}

export const platformOptions = (command: Command): Command =>
  command
    .option('--config <文件>', '设置文件（默认：当前文件夹下的 zhaoshi.env，可以没有）')
    .option('--data <文件夹>', '数据文件夹（默认：当前文件夹下的 zhaoshi-data）');

/**
 * Runs what a command asks of the server; what an operator has to mend comes out in words.
 *
 * @param place the file or folder that a complaint of the file system is about
 */
export async function inWords<T>(work: () => Promise<T>, place = ''): Promise<T> {
  const { StartError } = await import('@zhaoshi/server/start-error');
  try {
    return await work();
  } catch (error) {
    if (error instanceof StartError) throw new CliError(error.message, { cause: error });
    throw fileError(error, place);
  }
}
