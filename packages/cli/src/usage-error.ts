import type { Command, CommanderError } from 'commander';

/** The name in quotes that commander puts into its English messages. */
function named(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? '';
}

/** The command that the line names, as far as it names one. */
function commandIn(program: Command, args: readonly string[]): string {
  const [word, ...rest] = args;
  const below = program.commands.find((command) => command.name() === word);
  return below === undefined ? program.name() : `${program.name()} ${commandIn(below, rest)}`;
}

/** commander's complaint about the command line in Chinese, with whose help tells more. */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): string {
  const { code, message } = error;
  const help = `用 ${commandIn(program, args)} --help 查看用法。`;
  switch (code) {
    case 'commander.unknownOption':
      return `没有这个选项：${named(message)}。${help}`;
    case 'commander.unknownCommand':
      return `没有这个命令：${named(message)}。${help}`;
    case 'commander.missingArgument':
      return `缺少参数：${named(message)}。${help}`;
    case 'commander.optionMissingArgument':
      return `选项缺少值：${named(message)}。${help}`;
    case 'commander.excessArguments':
      return `参数过多。${help}`;
    case 'commander.invalidArgument': {
      const [, ofArgument, reason = ''] = /is invalid( for argument '[^']*')?\. (.*)$/.exec(message) ?? [];
      return `${ofArgument === undefined ? '选项' : '参数'}的值不对：${named(message)}。${reason}`;
    }
    default:
      return `命令不完整或有误。${help}`;
  }
}
