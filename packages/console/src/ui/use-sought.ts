import { type ReactNode, useState } from 'react';
import { usePause } from '../app/use-pause.ts';

interface Option {
  readonly label?: ReactNode;
}

const isNamed = (words: string, option: Option | undefined): boolean =>
  typeof option?.label === 'string' && option.label.toLowerCase().includes(words.trim().toLowerCase());

/**
 * What is typed into a list that is looked for at the server. Until the answer to it is there, the list is that for
 * other words, of which a quick Enter would pick the first: meanwhile only what has the words in its name is offered.
 */
export function useSought() {
  const [typed, setTyped] = useState('');
  const { value: q, isSettled } = usePause(typed.trim());
  return {
    /** What to ask for. */
    q,
    setTyped,
    /** How the list behaves, by the answer to `q` as it stands. */
    listOf: (answer: { readonly isFetching: boolean; readonly isPlaceholderData: boolean }) => {
      const isCurrent = isSettled && !answer.isPlaceholderData;
      return {
        showSearch: {
          filterOption: (words: string, option: Option | undefined) => isCurrent || isNamed(words, option),
          onSearch: setTyped,
        },
        loading: answer.isFetching,
        isWaiting: !isCurrent || answer.isFetching,
      };
    },
  };
}
