/** Characters that nobody sees and no line of text needs; those of direction print figures in another order than they stand. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line of text as it is read, without half characters; a line end in it is taken out as well. */
export const withoutUnseen = (line: string): string => line.toWellFormed().replace(UNSEEN, '');
