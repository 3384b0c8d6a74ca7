import { ROLES } from '@zhaoshi/domain/permission/roles';
import type { DemonstrationAccess, DemonstrationAccount } from './use-cases/demonstration/read-access.ts';

/** Columns that a text takes in a terminal, where a Chinese character is two wide. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const postsOf = ({ posts }: DemonstrationAccount): string =>
  posts.map(({ organ, roles }) => `${organ} ${roles.map((role) => ROLES[role]).join('、')}`).join('；');

function accountTable(accounts: readonly DemonstrationAccount[]): readonly string[] {
  const loginWidth = Math.max(...accounts.map(({ loginName }) => widthOf(loginName)));
  const nameWidth = Math.max(...accounts.map(({ displayName }) => widthOf(displayName)));
  return accounts.map((account) => {
    const code = account.needsSecondFactor ? '需动态口令' : '          ';
    return `  ${padded(account.loginName, loginWidth)}  ${padded(account.displayName, nameWidth)}  ${code}  ${postsOf(account)}`;
  });
}

/** What the terminal says once everything runs: where to look, and in the demonstration who to sign in as. */
export function welcome(address: string, access: DemonstrationAccess | null, isFirstStart: boolean): string {
  const lines = [
    `昭示已启动：${address}/`,
    `  公开网站：      ${address}/`,
    `  工作人员登录：  ${address}/console/`,
  ];
  if (access !== null) {
    const { password, secondFactor, accounts } = access;
    lines.push(
      `演示账号的密码都是 ${password}；动态口令的密钥都是 ${secondFactor.secret}，登录页上直接显示当前口令。`,
      ...(isFirstStart
        ? ['机关、人员和数据均为虚构（五个乡镇的名称和已公开的年度报告除外）：', ...accountTable(accounts)]
        : ['各岗位的演示账号列在登录页上。']),
    );
  }
  return [...lines, '按 Ctrl-C 停止。'].join('\n');
}
