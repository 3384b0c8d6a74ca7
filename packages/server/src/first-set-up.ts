import { createRunChange } from './db/run-change.ts';
import type { UseCaseContext } from './use-cases/context.ts';
import { isEmpty } from './use-cases/demonstration/is-empty.ts';
import { hasNoAccount, offerSetUp } from './use-cases/identity/set-up-installation.ts';

/** What the terminal says when the installation still has nobody; `null` when it has. */
export async function firstSetUp(context: UseCaseContext, address: string): Promise<string | null> {
  const { database } = context;
  if (!(await isEmpty(database)) || !(await hasNoAccount(database))) return null;
  const change = createRunChange(context, {
    actor: 'system:serve',
    event: 'installation.setUp',
    actingFor: null,
    sessionId: null,
    call: null,
  });
  const link = await offerSetUp({ now: context.now, change });
  return link.ok
    ? `还没有任何账号。请在 24 小时内用浏览器打开下面的一次性链接，设立本级政府和第一名系统管理员（重新启动会换新链接）：\n  ${address}/console/set-up#${link.value.token}`
    : null;
}
