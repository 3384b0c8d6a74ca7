import { chineseDate } from '../kernel/chinese-date.ts';
import { type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import { SEAL } from '../letter/compose-letter.ts';
import type { LetterParagraph, PrintedLetter } from '../letter/letter.ts';
import type { LetterRole } from '../letter/letter-template.ts';
import { LAW } from '../letter/templates/common.ts';
import { villageComplaintLawOn } from '../village/village-items.ts';
import type { OrderKind } from './remediation.ts';

/** What a 整改通知 or a 通报 says; nothing in it tells of a complainant. */
export interface OversightLetterFacts {
  readonly kind: OrderKind;
  readonly issuer: string;
  readonly unit: string;
  /** A village is told to publish by 村组法36; 条例47 does not hold for it. */
  readonly isVillage: boolean;
  /** Empty: none. */
  readonly documentNumber: string;
  /** What was found, a paragraph a line; empty: the demand says it. */
  readonly facts: string;
  /** What is asked, a paragraph a line. */
  readonly demand: string;
  readonly issuedOn: CivilDate;
  readonly dueOn: CivilDate;
}

/** 条例47 names both: 督促整改, 通报批评; 村组法36: 责令依法公布. */
function titleOf({ kind, unit, isVillage }: OversightLetterFacts): string {
  if (kind === 'circular') return `关于${unit}政府信息公开工作有关问题的通报`;
  return isVillage ? '责令依法公布村务通知书' : '政府信息公开工作整改通知书';
}

function basisOf({ kind, isVillage, issuedOn, facts }: OversightLetterFacts): string {
  const named = '《中华人民共和国村民委员会组织法》';
  const village = villageComplaintLawOn(issuedOn).replace('村民委员会组织法', named);
  if (isVillage) return `依据${village}，现责令你村依法公布，要求如下：`;
  const law = `${LAW}第四十七条`;
  const found = facts.trim() === '' ? '' : '上述情况表明，你单位没有按照要求开展政府信息公开工作。';
  return kind === 'circular'
    ? `${found}依据${law}，对你单位予以通报批评，并提出以下要求：`
    : `${found}依据${law}，现督促你单位整改，要求如下：`;
}

function periodOf({ kind, isVillage, issuedOn, dueOn }: OversightLetterFacts): string {
  const days = daysBetween(issuedOn, dueOn);
  const counted = days > 0 ? `（自本${kind === 'circular' ? '通报' : '通知'}之日起${days}日内）` : '';
  return `请在${chineseDate(dueOn)}以前${counted}${isVillage ? '公布' : '完成整改'}，并将${isVillage ? '公布' : '整改'}情况和证明材料报送本机关。`;
}

const linesOf = (role: LetterRole, text: string): readonly LetterParagraph[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ role, text: line }));

/** A 整改通知 or 通报 in its parts, as the writers of letters print it: number, unit, facts, basis, demand, days, seal. */
export function oversightLetter(given: OversightLetterFacts): PrintedLetter {
  const { issuer, unit, documentNumber, facts, demand, issuedOn } = given;
  return {
    issuer,
    title: titleOf(given),
    documentNumber: documentNumber === '' ? null : documentNumber,
    addressee: unit,
    paragraphs: [
      ...linesOf('reason', facts),
      { role: 'basis', text: basisOf(given) },
      ...linesOf('decision', demand),
      { role: 'period', text: periodOf(given) },
    ],
    rows: [],
    remedy: { text: '' },
    enclosures: [],
    contact: [],
    date: issuedOn,
    dateText: chineseDate(issuedOn),
    seal: SEAL,
    replyForm: null,
  };
}
