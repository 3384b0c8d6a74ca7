import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { CliError } from '../cli-error.ts';
import { type Io, write } from '../io.ts';
import { organNamed } from './organ-named.ts';
import { platformOrigin } from './platform-address.ts';
import { createClient, type PlatformClient } from './platform-client.ts';
import { PlatformProblem } from './platform-problem.ts';
import { type Prompt, withPrompt } from './prompt.ts';
import { forgetSession, keepSession, readSession } from './session-file.ts';
import { type Session, sessionWords, withSession } from './signed-in.ts';

export interface LoginFlags {
  readonly account?: string;
  readonly organ?: string;
}

/** What the person still has to do in the browser, where it is explained step by step. */
const IN_BROWSER: Readonly<Partial<Record<Session['stage'], string>>> = {
  changePassword: '密码需要先修改',
  enrolSecondFactor: '动态口令还没有设置',
};

/** Password and, where there is one, the code; asked for, or read line by line from standard input. */
async function signIn(client: PlatformClient, account: string | undefined, prompt: Prompt): Promise<Session> {
  const loginName = account ?? (await prompt.line('账号：'));
  const password = await prompt.hidden('密码（不显示）：');
  const first = await client.call(sessionRoutes.signIn, { body: { loginName, password } });
  if (first.stage !== 'secondFactor') return first;
  const code = await prompt.line('动态口令（或恢复码）：');
  return await client.call(sessionRoutes.confirmSecondFactor, { body: { code } });
}

async function switched(client: PlatformClient, session: Session, wanted: string): Promise<Session> {
  const named =
    session.organs.find(({ name }) => name === wanted.trim()) ?? (await organNamed(client, wanted));
  const own = session.organs.find(({ organId }) => organId === named.organId);
  if (own === undefined) {
    const names = session.organs.map(({ name }) => name).join('、');
    throw new CliError(
      `您在${named.name}没有任职，没有更换。您任职的机关：${names === '' ? '没有' : names}。`,
    );
  }
  const { regionId, organId } = own;
  return await client.call(sessionRoutes.switchOrgan, { body: { regionId, organId } });
}

/**
 * Signs in, and keeps the session for the commands that follow.
 *
 * @throws CliError when the platform refuses
 */
export async function logIn(address: string, { account, organ }: LoginFlags, io: Io): Promise<void> {
  const origin = platformOrigin(address);
  const before = await readSession(io);
  // The sign-in before on this machine ends with the new one.
  const client = createClient({ origin, cookies: before?.origin === origin ? before.cookies : {} });
  try {
    const session = await withPrompt(io, (prompt) => signIn(client, account, prompt));
    const missing = IN_BROWSER[session.stage];
    if (missing !== undefined) {
      await client.call(sessionRoutes.signOut, {});
      throw new CliError(`${missing}：请先用浏览器登录 ${origin}/console/ 办好，再在这里登录。`);
    }
    await keepSession(client.session(), io);
    const shown = organ === undefined ? session : await switched(client, session, organ);
    await write(io.stdout, sessionWords(origin, shown));
  } catch (error) {
    // Here the refusal is about the name and the password, not about a session that ended.
    if (error instanceof PlatformProblem && error.code === 'not-signed-in') {
      throw new CliError(
        '账号或密码不正确，或账号已停用、因连续输错暂时锁定。锁定的请稍后再试，或请管理员解除。',
      );
    }
    throw error;
  }
}

/** Shows who is signed in, in another of their organs when one is named. */
export async function showLogin(organ: string | undefined, io: Io): Promise<void> {
  await withSession(io, async (client) => {
    const session = await client.call(sessionRoutes.read, {});
    const shown = organ === undefined ? session : await switched(client, session, organ);
    await write(io.stdout, sessionWords(client.origin, shown));
  });
}

/** Ends the session, on the platform where it can be reached, on this machine always. */
export async function logOut(io: Io): Promise<void> {
  const kept = await readSession(io);
  if (kept === undefined) return await write(io.stdout, '没有登录。\n');
  try {
    await createClient(kept).call(sessionRoutes.signOut, {});
  } catch (error) {
    if (!(error instanceof PlatformProblem)) throw error;
    if (error.code === 'offline') {
      await write(io.stderr, `${error.message}本机的登录状态已删除；平台上的这次登录到期后失效。\n`);
    }
  } finally {
    await forgetSession(io);
  }
  await write(io.stdout, '已退出登录。\n');
}
