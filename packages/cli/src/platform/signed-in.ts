import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { createClient, type PlatformClient } from './platform-client.ts';
import { keepSession, readSession } from './session-file.ts';

export type Session = RouteOutput<typeof sessionRoutes.read>;

/** Who is signed in where, in which organ, and which others there are to choose. */
export function sessionWords(origin: string, { account, organ, organs, secondFactor }: Session): string {
  const others = organs.filter(({ organId }) => organId !== organ?.organId).map(({ name }) => name);
  const roles = (organ?.roles ?? []).map((role) => ROLES[role]).join('、');
  return [
    `已登录 ${origin}：${account.displayName}（${account.loginName}）`,
    organ === null ? '没有任职机关，什么都不能办理。' : `任职机关：${organ.name}（${roles}）`,
    ...(others.length === 0 ? [] : [`可以换到：${others.join('、')}（zhaoshi login --organ 名称）`]),
    ...(secondFactor ? [] : ['没有用动态口令登录，需要动态口令的角色暂不起作用。']),
    '',
  ].join('\n');
}

/**
 * Does something with the session of the last `login`, and keeps what became of it.
 *
 * @throws CliError when nobody is signed in
 */
export async function withSession<T>(io: Io, work: (client: PlatformClient) => Promise<T>): Promise<T> {
  const kept = await readSession(io);
  if (kept === undefined) throw new CliError('还没有登录平台。请先登录：zhaoshi login 网址');
  const client = createClient(kept);
  try {
    return await work(client);
  } finally {
    const after = client.session();
    if (JSON.stringify(after) !== JSON.stringify(kept)) await keepSession(after, io);
  }
}
