import { PROBLEMS, type ProblemCode, problemDocument } from '@zhaoshi/contract/problems';

interface Told {
  readonly title: string;
  readonly advice: string;
  readonly detail?: string | undefined;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[] | undefined;
  /** With `stale`: the resource as it is now. */
  readonly current?: unknown;
  /** By which the administrator finds the request in the log. */
  readonly requestId?: string | undefined;
}

/** A call that was refused or did not arrive, in words for the person at the screen. */
export class CallProblem extends Error {
  readonly code: ProblemCode | 'offline' | 'unreadable';
  readonly told: Told;

  constructor(code: CallProblem['code'], told: Told) {
    super(`${code}: ${told.title}`);
    this.name = 'CallProblem';
    this.code = code;
    this.told = told;
  }
}

/** The server was not reached: the request may or may not have arrived. */
export const offline = (): CallProblem =>
  new CallProblem('offline', {
    title: '没有连上服务器',
    advice: '请检查网络后重试。填写的内容没有丢失；重试不会重复办理。',
  });

/** What a refusing answer says; an answer that is no problem document (from a proxy, say) is told by its status. */
export async function problemOf(response: Response): Promise<CallProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemDocument.safeParse(body);
  if (parsed.success) return new CallProblem(parsed.data.code, parsed.data);
  const { title, advice } = response.status === 503 ? PROBLEMS.unavailable : PROBLEMS.fault;
  return new CallProblem('unreadable', {
    title,
    advice,
    detail: `服务器的答复无法读懂（${response.status}）。`,
  });
}

/** Whether a call failed because nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof CallProblem && (error.code === 'not-signed-in' || error.code === 'sign-in-incomplete');

/** Any error as a problem that can be shown; what is no `CallProblem` is a fault of this program. */
export function asProblem(error: unknown): CallProblem {
  if (error instanceof CallProblem) return error;
  return new CallProblem('fault', {
    title: '页面出错',
    advice: '填写的内容已保留在本机。请刷新页面后重试；仍不行请联系管理员。',
  });
}
