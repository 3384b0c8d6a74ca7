import type { FindingSeverity, Hit } from './finding.ts';
import { isInnerHost, isNumberedHost, type LinkParts, linkParts, looksLikeGovernment } from './link-hosts.ts';

const RUNS_CODE = new Set(['javascript', 'vbscript', 'data', 'jar', 'ms-msdt', 'search-ms']);
const OWN_MACHINE = new Set(['file', 'smb', 'res', 'ms-word', 'ms-excel', 'mk', 'c', 'd', 'e', 'f']);
const FOR_READERS = new Set(['', 'http', 'https', 'mailto', 'tel']);

interface Verdict {
  readonly severity: FindingSeverity;
  readonly reason: string;
}

const blocks = (reason: string): Verdict => ({ severity: 'blocks', reason });
const warns = (reason: string): Verdict => ({ severity: 'warns', reason });

function schemeVerdict(address: string, { scheme }: LinkParts): Verdict | undefined {
  if (RUNS_CODE.has(scheme)) return blocks('链接会运行程序，不得发布；请删去。');
  if (OWN_MACHINE.has(scheme) || /^\s{0,4}\\\\/.test(address)) {
    return blocks('链接指向本单位电脑上的文件，公众打不开，并会泄露内部路径；请改为网址或者删去。');
  }
  return FOR_READERS.has(scheme) ? undefined : warns('链接不是普通网址，公众可能打不开；请核对。');
}

function hostVerdict({ scheme, host, userInfo }: LinkParts): Verdict | undefined {
  if (host === '') {
    return scheme === 'http' || scheme === 'https'
      ? warns('网址不完整，打不开；请补全或者删去。')
      : undefined;
  }
  if (isInnerHost(host)) return blocks('链接指向内部网络，公众打不开，并会泄露内部地址；请改为公开网址。');
  if (userInfo !== '') return blocks('网址中夹带“@”，实际打开的是另一个网站；请改正。');
  if (looksLikeGovernment(host)) return blocks('网址很像政府网站，但不是；请核对后改正。');
  return isNumberedHost(host) ? warns('链接用的是数字地址，不是域名；请核对来源。') : undefined;
}

/** What readers see is an address of another site than the one that opens. */
function shownVerdict(shown: string | undefined, { host }: LinkParts): Verdict | undefined {
  const seen = /^\s*(?:https?:\/\/|www\.)[^\s\u4e00-\u9fa5]{3,}/i.exec(shown ?? '')?.[0].trim();
  if (seen === undefined || host === '') return undefined;
  const expected = linkParts(/^www\./i.test(seen) ? `http://${seen}` : seen).host;
  const same = (one: string): string => one.replace(/^www\./, '');
  return same(expected) === same(host) ? undefined : blocks('显示的网址与实际打开的网址不同；请改正。');
}

/**
 * What is wrong with a link by its characters: scheme, host, look-alikes. Whether it answers is asked by `LinkProbe`.
 *
 * @param address as written in the file
 * @param shown what readers see of it, when that is known
 */
export function linkHit(address: string, shown?: string): Hit | undefined {
  const parts = linkParts(address);
  const verdict = schemeVerdict(address, parts) ?? hostVerdict(parts) ?? shownVerdict(shown, parts);
  return verdict && { kind: 'link', ...verdict, start: 0, end: address.length, mask: null };
}

/** Addresses written in running text. */
const WRITTEN =
  /(?<![A-Za-z\d])(?:https?|ftp|file|javascript|vbscript):[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>"'“”]{2,500}/gi;

/** Links written in a plain text. */
export function writtenLinkHits(text: string): readonly Hit[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const address = match[0].replace(/[.,;)\]]+$/, '');
    const hit = linkHit(address);
    return hit === undefined ? [] : [{ ...hit, start: match.index, end: match.index + address.length }];
  });
}

/** `unknown` when it could not be asked, which is no finding. */
export type LinkState = 'alive' | 'dead' | 'unknown';

/** Asks whether an address answers. Implemented where there is a network; the pure part has none. */
export interface LinkProbe {
  probe(address: string): Promise<LinkState>;
}

/** The finding for a link that does not answer (publication.md §9 no. 7). */
export const deadLinkHit = (address: string): Hit => {
  const reason = '链接打不开，请改正或者删去。';
  return { kind: 'link', severity: 'warns', start: 0, end: address.length, mask: null, reason };
};
