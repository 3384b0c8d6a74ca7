import type { FindingSeverity, Hit } from './finding.ts';

interface MarkRow {
  readonly pattern: RegExp;
  readonly severity: FindingSeverity;
  readonly reason: string;
}

/**
 * Marks that say a text is not for the public. The words 国家秘密, 商业秘密 in running text are none: only a level
 * with its star, one alone on its line or in brackets, and the sentences officials write under a document.
 */
const MARKS: readonly MarkRow[] = [
  {
    pattern:
      /(?:绝 {0,4}密|机 {0,4}密|秘 {0,4}密|工作秘密|内部) {0,8}[★☆](?: {0,4}(?:\d{1,2} ?(?:年|个月)|长期))?/g,
    severity: 'blocks',
    reason: '带有密级标识，不得公开；须依法解密或者换用公开的版本。',
  },
  {
    pattern: /^ {0,40}(?:绝 {0,4}密|机 {0,4}密|秘 {0,4}密|工作秘密) {0,40}$/gm,
    severity: 'blocks',
    reason: '单独一行的密级字样像是密级标识，不得公开；请核对原件并报保密审查。',
  },
  {
    pattern: /[（(【[] ?(?:绝密|机密|秘密|工作秘密|内部|内部资料|内部文件) ?[）)】\]]/g,
    severity: 'blocks',
    reason: '标有密级或者内部字样，不得直接公开；请报保密审查。',
  },
  {
    pattern:
      /此件(?:不予|不|依申请)公开|(?:此件|本件)(?:仅限|限)?内部|公开(?:属性|方式|类别) ?[:：] ?(?:不予公开|不公开|依申请公开)/g,
    severity: 'blocks',
    reason: '文件标明不公开或者依申请公开，不得主动公开；须先按程序改变公开属性。',
  },
  {
    pattern:
      /^ {0,40}(?:内部资料|内部文件|内部刊物|内部使用|内部参考|内部情况|内部)(?: ?[，,] ?(?:注意保密|请勿外传|不得外传))? {0,40}$|(?:请勿|不得|严禁)外传|注意保密|内部掌握|仅供内部/gm,
    severity: 'warns',
    reason: '有内部使用或者保密的字样，请核对是否可以公开。',
  },
  {
    pattern:
      /(?:不得|不宜|暂不)(?:向社会|对外)?公开(?!的政府信息|范围|发行|招|遴选|选拔|募集|曝光|的，|的情形)|[（(【] ?(?:不予公开|不公开|依申请公开) ?[）)】]/g,
    severity: 'warns',
    reason: '有“不得公开”等字样，请核对是引用规定，还是对本文件的要求。',
  },
];

/** Marks of secrecy in a plain text (保密法第二十二条; publication.md §3.3). */
export function secrecyHits(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { pattern, severity, reason } of MARKS) {
    for (const match of text.matchAll(pattern)) {
      const blank = match[0].length - match[0].trimStart().length;
      const start = match.index + blank;
      const end = start + match[0].trim().length;
      if (hits.some((known) => known.start < end && start < known.end)) continue;
      hits.push({ kind: 'secrecyMark', severity, start, end, mask: null, reason });
    }
  }
  return hits;
}
