import { ROLE_NAMES, ROLES } from '@zhaoshi/domain/permission/roles';
import type { DemonstrationAccess, DemonstrationAccount } from './use-cases/demonstration/read-access.ts';

/** Columns that a text takes in a terminal, where a Chinese character is two wide. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Somebody for each role, if possible somebody with that role alone. */
function onePerRole(accounts: readonly DemonstrationAccount[]) {
  return ROLE_NAMES.flatMap((role) => {
    const holders = accounts.flatMap(({ loginName, displayName, posts, needsSecondFactor }) =>
      posts
        .filter(({ roles }) => roles.includes(role))
        .map(({ organ, roles }) => ({
          role,
          loginName,
          displayName,
          organ,
          needsSecondFactor,
          others: roles.length,
        })),
    );
    const [first] = holders.toSorted((a, b) => a.others - b.others);
    return first === undefined ? [] : [first];
  });
}

function accountTable(accounts: readonly DemonstrationAccount[]): readonly string[] {
  const rows = onePerRole(accounts).map(({ role, loginName, displayName, organ, needsSecondFactor }) => [
    ROLES[role],
    loginName,
    displayName,
    needsSecondFactor ? '需动态口令' : '',
    organ,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ''))));
  return rows.map((cells) => `  ${cells.map((cell, at) => padded(cell, widths[at] ?? 0)).join('  ')}`);
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
        ? [
            '机关、人员和数据均为虚构（五个乡镇的名称和已公开的年度报告除外）。各岗位举一人：',
            ...accountTable(accounts),
          ]
        : []),
      `全部 ${accounts.length} 个演示账号列在登录页上。`,
    );
  }
  return [...lines, '按 Ctrl-C 停止。'].join('\n');
}
