import type { Command } from 'commander';
import { type Io, write } from '../io.ts';
import { inWords, type PlatformFlags, platformOptions } from './platform-options.ts';

type Accounts = typeof import('@zhaoshi/server/accounts');
type Overview = Awaited<ReturnType<Accounts['listAccountsAtTerminal']>>[number];
type Link = Awaited<ReturnType<Accounts['createAccountAtTerminal']>>;

const withAccounts = async <T>(work: (accounts: Accounts) => Promise<T>): Promise<T> =>
  await inWords(async () => await work(await import('@zhaoshi/server/accounts')));

const linkWords = ({ address, expiresAt }: Link): string =>
  `请把下面的一次性链接交给本人，用浏览器打开设置密码；${expiresAt.toLocaleString('zh-CN')} 前有效，只能用一次：\n  ${address}\n`;

const line = ({ loginName, displayName, disabled, roles }: Overview): string =>
  `${loginName}  ${displayName}${disabled ? '（已停用）' : ''}  ${roles.length === 0 ? '没有任职' : roles.join('；')}`;

interface PostFlags extends PlatformFlags {
  readonly organ: string;
  readonly role: string;
}

const ORGAN = [
  '--organ <地区/机关>',
  '任职机关，写法同公开网站的网址，如 hedong/office；只写地区为其政府',
] as const;
const ROLE = ['--role <角色>', '角色，如 administrator 或“系统管理员”'] as const;

function createCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('新建账号，给出设置密码的一次性链接')
    .argument('<账号>', '登录用的账号名')
    .requiredOption('--name <姓名>', '显示的姓名')
    .requiredOption(...ORGAN)
    .requiredOption(...ROLE)
    .action(async (loginName: string, flags: PostFlags & { readonly name: string }) => {
      const { name: displayName, organ, role } = flags;
      const wanted = { loginName, displayName, organ, role };
      const link = await withAccounts((accounts) => accounts.createAccountAtTerminal(flags, wanted));
      await write(io.stdout, `账号 ${loginName} 已建立。${linkWords(link)}`);
    });
}

function resetPasswordCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('作废原密码、退出所有登录、解除锁定，给出设置密码的一次性链接')
    .argument('<账号>')
    .option('--second-factor', '同时清除动态口令（手机也丢失时）')
    .action(async (loginName: string, flags: PlatformFlags & { readonly secondFactor?: boolean }) => {
      const wanted = { loginName, secondFactor: flags.secondFactor === true };
      const link = await withAccounts((accounts) => accounts.resetPasswordAtTerminal(flags, wanted));
      await write(io.stdout, linkWords(link));
    });
}

function disableCommand(command: Command, disabled: boolean, io: Io): void {
  platformOptions(command)
    .description(disabled ? '停用账号，立即退出所有登录' : '恢复停用的账号')
    .argument('<账号>')
    .action(async (loginName: string, flags: PlatformFlags) => {
      await withAccounts((accounts) => accounts.disableAccountAtTerminal(flags, { loginName, disabled }));
      await write(io.stdout, `账号 ${loginName} 已${disabled ? '停用' : '恢复'}。\n`);
    });
}

function grantCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('授予任职角色；该账号须重新登录')
    .argument('<账号>')
    .requiredOption(...ORGAN)
    .requiredOption(...ROLE)
    .action(async (loginName: string, flags: PostFlags) => {
      const { organ, role } = flags;
      await withAccounts((accounts) => accounts.grantAtTerminal(flags, { loginName, organ, role }));
      await write(io.stdout, `已授予 ${loginName}：${organ} ${role}。\n`);
    });
}

function listCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('列出所有账号和任职')
    .action(async (flags: PlatformFlags) => {
      const found = await withAccounts((accounts) => accounts.listAccountsAtTerminal(flags));
      await write(io.stdout, found.length === 0 ? '还没有账号。\n' : `${found.map(line).join('\n')}\n`);
    });
}

/** `zhaoshi account …`: the first administrator and emergencies; everyday work is done in the console. */
export function accountCommands(parent: Command, localised: (command: Command) => Command, io: Io): void {
  createCommand(localised(parent.command('create')), io);
  listCommand(localised(parent.command('list')), io);
  resetPasswordCommand(localised(parent.command('reset-password')), io);
  disableCommand(localised(parent.command('disable')), true, io);
  disableCommand(localised(parent.command('enable')), false, io);
  grantCommand(localised(parent.command('grant')), io);
}
