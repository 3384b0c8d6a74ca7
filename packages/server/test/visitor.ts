import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { hashPassword } from '../src/use-cases/identity/password.ts';
import { totpCode } from '../src/use-cases/identity/totp.ts';
import type { Answer, World, WorldOrgan } from './api-world.ts';

/** Good enough for the policy. */
export const PASSWORD = 'Tq7#mVx2!wRz';
export const OTHER_PASSWORD = 'Bw4%kNs8?yLc';

/** A browser: keeps the cookies that it is given. */
export interface Visitor {
  readonly call: <R extends Route>(
    route: R,
    request: RouteRequest<R>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** As the next call sends them. */
  readonly cookies: () => string | null;
  readonly signIn: (loginName: string, password?: string) => Promise<Answer>;
}

export function newVisitor(world: World, first: string | null = null): Visitor {
  const jar = new Map<string, string>();
  const keep = (header: string): void => {
    const [pair = '', ...rules] = header.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (value === '' || rules.includes('Max-Age=0')) jar.delete(name);
    else jar.set(name, value);
  };
  if (first !== null) keep(first);
  const cookies = (): string | null =>
    jar.size === 0 ? null : [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const call: Visitor['call'] = async (route, request, headers = {}) => {
    const answer = await world.call(route, request, cookies(), headers);
    const set = answer.headers['set-cookie'];
    for (const header of typeof set === 'string' ? [set] : (set ?? [])) keep(header);
    return answer;
  };
  return {
    call,
    cookies,
    signIn: async (loginName, password = PASSWORD) =>
      await call(sessionRoutes.signIn, { body: { loginName, password } }),
  };
}

export interface Person {
  readonly accountId: string;
  readonly loginName: string;
}

/** A person with a password that they chose themselves. */
export async function personWithPassword(
  world: World,
  organ: WorldOrgan | null,
  roles: readonly Role[],
  changedAt: Date,
): Promise<Person> {
  const accountId = await world.newPerson(organ, roles);
  const { login_name: loginName } = await world.database.server
    .updateTable('account')
    .set({ password_hash: await hashPassword(PASSWORD), password_changed_at: changedAt })
    .where('account_id', '=', accountId)
    .returning('login_name')
    .executeTakeFirstOrThrow();
  return { accountId, loginName };
}

/** Sets up a second factor as the console does. @returns the key, and the recovery codes */
export async function enrol(
  visitor: Visitor,
  at: Date,
  password?: string,
): Promise<{ readonly key: string; readonly recoveryCodes: readonly string[]; readonly answer: Answer }> {
  const started = await visitor.call(accountRoutes.startSecondFactor, {
    body: password === undefined ? {} : { password },
  });
  const key = String(started.body['keyText']).replaceAll(' ', '');
  const code = totpCode(key, at);
  const answer = await visitor.call(accountRoutes.confirmSecondFactor, { body: { code } });
  return { key, recoveryCodes: answer.body['recoveryCodes'] as unknown as string[], answer };
}
