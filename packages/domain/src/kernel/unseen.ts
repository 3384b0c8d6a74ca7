/** Characters that nobody sees and no line of text needs; those of direction print figures in another order than they stand. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line of text as it is read, without half characters; a line end in it is taken out as well. */
export const withoutUnseen = (line: string): string => line.toWellFormed().replace(UNSEEN, '');

/** A line without control characters, line ends, and marks that cannot be seen or turn the direction of writing. */
export const SEEN_LINE = /^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u;

/** What is told of a line that is none. */
export const UNSEEN_WORDS = '不能换行或含控制字符、看不见的字符';
