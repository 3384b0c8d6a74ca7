/** A word found in a text. */
export interface WordFound {
  readonly word: string;
  /** Index of its first character. */
  readonly start: number;
}

interface Node {
  readonly next: Map<number, Node>;
  fail: Node | undefined;
  /** Words that end here, through the fail links too. */
  words: readonly string[];
}

export type WordMatcher = (text: string) => readonly WordFound[];

const node = (): Node => ({ next: new Map(), fail: undefined, words: [] });

function buildTrie(words: Iterable<string>): Node {
  const root = node();
  for (const word of words) {
    if (word === '') continue;
    let at = root;
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index);
      const known = at.next.get(code);
      const child = known ?? node();
      if (!known) at.next.set(code, child);
      at = child;
    }
    at.words = [word];
  }
  return root;
}

/** Fail links, breadth first: where to go on when the next character does not fit. */
function linkFails(root: Node): void {
  const queue: Node[] = [root];
  for (let at = queue.pop(); at; at = queue.pop()) {
    for (const [code, child] of at.next) {
      let fail = at.fail;
      while (fail && !fail.next.has(code)) fail = fail.fail;
      child.fail = fail?.next.get(code) ?? root;
      child.words = [...child.words, ...child.fail.words];
      queue.unshift(child);
    }
  }
}

/**
 * Finds many words in one pass (Aho–Corasick): word lists are the customer's and may hold ten thousand words, so
 * neither a regular expression nor a search word by word will do.
 */
export function wordMatcher(words: Iterable<string>): WordMatcher {
  const root = buildTrie(words);
  linkFails(root);
  return (text) => {
    const found: WordFound[] = [];
    let at = root;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      let next = at.next.get(code);
      while (!next && at.fail) {
        at = at.fail;
        next = at.next.get(code);
      }
      at = next ?? root;
      for (const word of at.words) found.push({ word, start: index - word.length + 1 });
    }
    return found;
  };
}
