import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import type { Answer, World } from './api-world.ts';

async function currentVersion(
  { database }: World,
  { accountId, organId }: Readonly<Record<string, string>>,
): Promise<number> {
  const found =
    accountId === undefined
      ? await database.server
          .selectFrom('organ')
          .select('version')
          .where('organ_id', '=', organId ?? '')
          .executeTakeFirst()
      : await database.server
          .selectFrom('account')
          .select('version')
          .where('account_id', '=', accountId)
          .executeTakeFirst();
  return found?.version ?? 1;
}

/** Acts on an account or an organ as it is now, as a page does that has just been read. */
export async function act<R extends Route>(
  world: World,
  route: R,
  request: RouteRequest<R>,
  cookie: string,
): Promise<Answer> {
  const { params = {} }: { readonly params?: unknown } = request;
  const version = await currentVersion(world, params as Readonly<Record<string, string>>);
  return await world.call(route, request, cookie, { 'if-match': `"${version}"` });
}
