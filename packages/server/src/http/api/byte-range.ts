import type { ByteRange } from '../../adapters/files/storage.ts';

/** `whole`: no range was asked for, or one that need not be obeyed; `refused`: outside of the file. */
export type AskedRange = ByteRange | 'whole' | 'refused';

/**
 * One range of bytes as RFC 9110 §14 writes it. Several at once are answered with the whole file, which the RFC
 * allows: overlapping ranges in their hundreds have brought servers down.
 *
 * @param header `Range`
 * @param size of the file, more than none
 */
export function askedRange(header: string | undefined, size: number): AskedRange {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (found === null) return 'whole';
  const [, first = '', last = ''] = found;
  if (first === '') {
    if (last === '') return 'whole';
    const length = Math.min(Number(last), size);
    return length === 0 ? 'refused' : { first: size - length, last: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return 'whole';
  return from >= size ? 'refused' : { first: from, last: to };
}
