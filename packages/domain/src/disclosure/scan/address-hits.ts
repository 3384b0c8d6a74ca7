import {
  findHomeAddresses,
  OFFICE_ADDRESS,
  PERSONAL_ADDRESS,
} from '../../annual-report/text/personal-data.ts';
import { maskAddress } from '../../application/masks.ts';
import type { Hit } from './finding.ts';

const NUMERAL = '[0-9〇零一二三四五六七八九十百]';
/** Units below the township; 号令, 号文 and the like count documents, not doors. */
const UNIT = new RegExp(
  `${NUMERAL}{1,6} ?(?:号楼|号(?!文|令|公告|通告|通知|线|院内|机|决定|议案|提案|建议|地块|宗地|图|井|标段)|室|户(?!人|数|均)|组(?!织|长|成)|栋|幢|单元|楼)`,
  'g',
);
const LOOK_BACK = 40;
const TOWNSHIP = /(?:街道|镇|乡)(?!政府|人民|党委|村振兴)/;
/** Below the township a place must be named, or “本镇共12组” would be an address. */
const BELOW = /(?:村|社区|小区|屯|寨|路|街|巷|弄|胡同|里|园|苑|庄|湾)[^，。；：、（）\n]{0,16}$/;
/** Words before the place that are no part of it. */
const LEAD =
  /^.*(?:现住址|家庭住址|住址|户籍地址|户籍|家住|住所|住在|居住于|居住在|居住|住|地址|位于|系)(?:地|为|是|在)?[:： ]?/;

const clauseStart = (text: string): number =>
  Math.max(
    ...['。', '；', '，', '\n', '、', '（', '(', '：', ':', ' '].map((mark) => text.lastIndexOf(mark)),
  ) + 1;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isHome: boolean;
}

/** Streets, groups and doors behind a township, whoever lives there. */
function belowTownship(text: string, isAddressColumn: boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(UNIT)) {
    const end = match.index + match[0].length;
    const from = Math.max(0, match.index - LOOK_BACK);
    const back = text.slice(from, match.index);
    const clause = back.slice(clauseStart(back));
    const last = found.at(-1);
    if (last !== undefined && last.end >= match.index - clause.length) {
      found[found.length - 1] = { ...last, end };
      continue;
    }
    if (!TOWNSHIP.test(clause) || !BELOW.test(clause)) continue;
    const isHome = isAddressColumn || PERSONAL_ADDRESS.test(back);
    if (!isHome && OFFICE_ADDRESS.test(back + text.slice(match.index, end + LOOK_BACK))) continue;
    found.push({ start: match.index - clause.length, end, isHome });
  }
  return found;
}

function withoutLead(text: string, { start, end }: Pick<Stretch, 'start' | 'end'>): number {
  return start + (LEAD.exec(text.slice(start, end))?.[0].length ?? 0);
}

/**
 * Addresses that lead below 乡镇、街道 (publication.md §9): doors of homes block, groups and streets that may be a
 * firm's warn. Organs' own addresses are public (条例第二十条第二项) and left out.
 *
 * @param text plain text
 * @param isAddressColumn the heading of the column says 住址
 */
export function addressHits(text: string, isAddressColumn: boolean): readonly Hit[] {
  const homes = findHomeAddresses(text).map(({ start, end }) => ({ start, end, isHome: true }));
  const stretches = [...homes, ...belowTownship(text, isAddressColumn)].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const hits: Hit[] = [];
  let covered = 0;
  for (const stretch of stretches) {
    const start = withoutLead(text, stretch);
    if (start < covered) continue;
    covered = stretch.end;
    hits.push({
      kind: 'address',
      severity: stretch.isHome ? 'blocks' : 'warns',
      start,
      end: stretch.end,
      mask: maskAddress(text.slice(start, stretch.end)),
      reason: stretch.isHome
        ? '这是具体住址，一般只公开到乡镇、街道；请遮盖其后的部分。'
        : '地址具体到门牌或者村组，请核对是否为个人住址；如是，请只保留到乡镇、街道。',
    });
  }
  return hits;
}
