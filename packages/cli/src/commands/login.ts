import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { LoginFlags } from '../platform/log-in.ts';

/** What talks to the platform is loaded when it is needed: other commands start without it. */
const logIn = () => import('../platform/log-in.ts');

/** `zhaoshi login` */
export function loginCommand(command: Command, io: Io): void {
  command
    .description('登录平台（账号、密码、动态口令），供 report pull、push、submit、aggregate 使用；不保存密码')
    .argument('[网址]', '平台的网址，只能是 https（本机除外）；不写时显示现在的登录，或者用 --organ 换机关')
    .option('--account <账号>', '账号；不写时询问。密码和动态口令总是询问，或者从标准输入逐行读取')
    .option('--organ <机关>', '以哪个任职机关的身份办理：名称，或者网址里的“地区简称/机关简称”')
    .action(async (address: string | undefined, flags: LoginFlags) => {
      const { logIn: enter, showLogin } = await logIn();
      await (address === undefined ? showLogin(flags.organ, io) : enter(address, flags, io));
    });
}

/** `zhaoshi logout` */
export function logoutCommand(command: Command, io: Io): void {
  command
    .description('退出平台的登录，删除本机保存的登录状态')
    .action(async () => await (await logIn()).logOut(io));
}
