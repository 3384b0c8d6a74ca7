import { OUTCOMES, type OutcomeId } from './outcome.ts';
import { REDACTION_GROUNDS, type RedactedFile, type RedactionGround } from './redaction.ts';

type LetterChoice = (typeof REDACTION_GROUNDS)[RedactionGround]['letterChoice'];

/** The reply as far as it speaks of what is withheld. */
export interface SaidGrounds {
  readonly outcome: OutcomeId;
  /** Answer of the letter's field 不公开部分的依据: ids separated by commas; empty where nothing is chosen. */
  readonly grounds: string;
}

/** What stands against a reply, and the field of its draft that it speaks of. */
export interface UnsaidGrounds {
  readonly field: 'outcome' | 'grounds';
  readonly message: string;
}

/** What has to be cited for the marks: each article with the grounds that rest on it. */
function marked(files: readonly RedactedFile[]): ReadonlyMap<LetterChoice, ReadonlySet<RedactionGround>> {
  const found = new Map<LetterChoice, Set<RedactionGround>>();
  for (const { ground } of files.flatMap(({ marks }) => marks)) {
    const { letterChoice } = REDACTION_GROUNDS[ground];
    found.set(letterChoice, (found.get(letterChoice) ?? new Set()).add(ground));
  }
  return found;
}

const wordsOf = (grounds: ReadonlySet<RedactionGround>): string => {
  const rows = [...grounds].map((ground) => REDACTION_GROUNDS[ground]);
  return `${rows.map(({ title }) => title).join('、')}（${rows[0]?.article ?? ''}）`;
};

/**
 * Whether the reply says of every part that is blacked out in the files that go out on which article it is withheld:
 * for what is not disclosed the reason is told (条例37), and the file and the letter must not differ. A letter may cite
 * more, because other parts may be withheld as a whole.
 *
 * @returns `null` when nothing stands against it
 */
export function refuseUnsaidGrounds(
  files: readonly RedactedFile[],
  { outcome, grounds }: SaidGrounds,
): UnsaidGrounds | null {
  const needed = marked(files);
  if (needed.size === 0) return null;
  if (outcome.startsWith('granted.')) {
    const message = `向申请人提供的文件有遮盖的部分，办理结果应当选“${OUTCOMES.partiallyGranted.title}”并说明理由（条例第三十七条）；不应遮盖的，移除遮盖件后提供原件。`;
    return { field: 'outcome', message };
  }
  if (outcome !== 'partiallyGranted') return null;
  const cited = new Set(grounds.split(','));
  const unsaid = [...needed].filter(([choice]) => !cited.has(choice));
  if (unsaid.length === 0) return null;
  const words = unsaid.map(([, each]) => wordsOf(each)).join('、');
  const message = `向申请人提供的文件中有以${words}为由遮盖的部分，答复没有引用这一条款。请在拟写答复的“不公开部分的依据”中一并勾选；遮盖的依据选错的，改正后重新生成遮盖件（条例第三十七条）。`;
  return { field: 'grounds', message };
}
