import {
  PROBLEMS,
  type ProblemCode,
  type ProblemDocument,
  problemDocument,
} from '@zhaoshi/contract/problems';
import { CliError, errorCode } from '../cli-error.ts';

/** A call that the platform refused, or that did not reach it; told as it is, exit code 2. */
export class PlatformProblem extends CliError {
  readonly code: ProblemCode | 'offline' | 'unreadable';

  constructor(code: PlatformProblem['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What to do about it at a terminal, where the page's own advice would be of no use. */
const ADVICE: Readonly<Partial<Record<ProblemCode, string>>> = {
  'not-signed-in': '请重新登录：zhaoshi login 网址。',
  'sign-in-incomplete': '请重新登录：zhaoshi login 网址。',
  forbidden: '可用 zhaoshi login --organ 换一个任职机关；仍需要的请联系本机关的系统管理员。',
  'not-found': '可能已被移走，或者不在您的权限范围内。',
  stale: '没有写入，您的文件没有变化；请再运行一次，核对新的变化。',
  'too-many': '登录或核验的次数过多，请稍等几分钟再试。',
};

const TITLES: Readonly<Partial<Record<ProblemCode, string>>> = {
  'not-signed-in': '登录已失效或者已在别处退出，没有做任何改动。',
  'sign-in-incomplete': '登录没有完成，没有做任何改动。',
  stale: '核对以后别人又修改过平台上的报告。',
};

const sentence = (text: string): string => (/[。！？：]$/u.test(text) ? text : `${text}。`);

function inWords({ code, title, detail, errors, requestId }: ProblemDocument): string {
  const fields = (errors ?? []).map(({ message }) => sentence(message));
  const number = code === 'fault' ? `请把编号告诉管理员：${requestId}。` : '';
  const told = detail ?? TITLES[code] ?? title;
  return [sentence(told), ...fields, ADVICE[code] ?? '', number].join('');
}

/** What a refusing answer says; one that is no problem document (of a proxy, say) is told by its status. */
export async function problemOf(response: Response): Promise<PlatformProblem> {
  const { status, url } = response;
  if (status >= 300 && status < 400) {
    const to = response.headers.get('location') ?? '别处';
    return new PlatformProblem('unreadable', `${url} 转到了 ${to}。请用平台现在的网址登录。`);
  }
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemDocument.safeParse(body);
  if (parsed.success) return new PlatformProblem(parsed.data.code, inWords(parsed.data));
  const told = status === 503 ? PROBLEMS.unavailable.title : '对方的答复无法读懂';
  return new PlatformProblem('unreadable', `${told}（${status}）：${url}。请确认网址是昭示平台的网址。`);
}

const OFFLINE: Readonly<Record<string, string>> = {
  ENOTFOUND: '没有这个网址，请检查拼写和网络',
  EAI_AGAIN: '域名解析不通，请检查网络',
  ECONNREFUSED: '对方没有开放服务，请检查网址、端口和服务是否启动',
  ECONNRESET: '连接被中断',
  ETIMEDOUT: '连接超时，请检查网络和防火墙',
  UND_ERR_CONNECT_TIMEOUT: '连接超时，请检查网络和防火墙',
  CERT_HAS_EXPIRED: '平台的证书已过期，请告诉管理员',
  ERR_TLS_CERT_ALTNAME_INVALID: '平台的证书与网址不符，请检查网址',
};

const UNTRUSTED = /^(?:DEPTH_ZERO_)?SELF_SIGNED|^UNABLE_TO_(?:VERIFY|GET)/;

/** A call without an answer. The fault itself may quote what was sent, so only its code is told. */
export function offline(origin: string, fault: unknown): PlatformProblem {
  const cause = fault instanceof Error ? fault.cause : undefined;
  const isTimeout = fault instanceof Error && fault.name === 'TimeoutError';
  const code = isTimeout ? 'ETIMEDOUT' : errorCode(cause);
  const reason = UNTRUSTED.test(code)
    ? '平台的证书不受本机信任；单位自建证书的，请把根证书文件写在环境变量 NODE_EXTRA_CA_CERTS 里'
    : (OFFLINE[code] ?? `网络错误${code === '' ? '' : ` ${code}`}`);
  return new PlatformProblem('offline', `没有连上平台 ${origin}：${reason}。`);
}
