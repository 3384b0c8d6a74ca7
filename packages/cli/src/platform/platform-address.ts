import { CliError } from '../cli-error.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of a platform out of an address as people paste it, such as the one of a page of the console.
 *
 * @throws CliError for anything that is no address, and for one on which a password would travel in the open
 */
export function platformOrigin(text: string): string {
  const written = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(written))
    throw new CliError(`这不是平台的网址：${text}。例如 https://zwgk.example.gov.cn`);
  const { protocol, hostname, origin, username, password } = new URL(written);
  if (username !== '' || password !== '') {
    throw new CliError('网址里不能写用户名和密码；请只写平台的网址，账号和密码随后询问。');
  }
  if (protocol === 'https:') return origin;
  if (protocol === 'http:' && LOOPBACK.test(hostname)) return origin;
  throw new CliError(
    `只能用 https 连接平台，否则密码会在网络上明文传送：${text}。本机（127.0.0.1、localhost）可以用 http。`,
  );
}
