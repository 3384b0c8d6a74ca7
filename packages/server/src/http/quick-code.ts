import type { QuickCode } from '@zhaoshi/portal/document-views';
import { encode } from 'uqr';

/** An address as a code that telephones read; its quiet border is part of it. */
export function quickCodeOf(address: string): QuickCode {
  const { size, data } = encode(address, { border: 4, ecc: 'M' });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: size, path: dark.join('') };
}
