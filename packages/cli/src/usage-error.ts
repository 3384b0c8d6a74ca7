import type { CommanderError } from 'commander';

/** The name in quotes that commander puts into its English messages. */
function named(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? '';
}

/** commander's complaint about the command line in Chinese. */
export function usageError(error: CommanderError): string {
  const { code, message } = error;
  const help = '用 zhaoshi report --help 查看用法。';
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
      const reason = /is invalid\. (.*)$/.exec(message)?.[1] ?? '';
      return `选项的值不对：${named(message)}。${reason}`;
    }
    default:
      return `命令不完整或有误。${help}`;
  }
}
