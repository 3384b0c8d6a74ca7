import type { ActType } from './act.ts';
import type { ApplicationState } from './application-state.ts';
import { lettersToReceive } from './online-letters.ts';
import { type ToldRules, untoldExtension } from './untold-extension.ts';

/** Each letter has its proof of delivery in the file (applications.md §11.2), and an archived file takes no more of most. */
function undelivered({ letters }: ApplicationState): string | null {
  const count = lettersToReceive(letters).length;
  return count === 0
    ? null
    : `还有${count}份给申请人的文书没有登记送达，案卷中应当有每份文书的送达凭证；已经送达的，请先补登记。`;
}

/**
 * What is to be considered before the office is done with a reply or with a case, though nothing is refused for it.
 *
 * @param after the case as the act would leave it
 */
export function concludingWarnings(
  type: ActType,
  after: ApplicationState,
  rules: ToldRules,
): readonly string[] {
  const words =
    type === 'archive'
      ? undelivered(after)
      : type === 'deliverReply' || type === 'close'
        ? untoldExtension(after, rules)
        : null;
  return words === null ? [] : [words];
}
