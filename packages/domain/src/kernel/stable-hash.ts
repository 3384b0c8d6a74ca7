const FNV_PRIME = 0x01000193;

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return hash >>> 0;
}

/**
 * A short name (16 hex digits) that is the same for the same text on every machine, for finding ids and
 * cell fingerprints. It tells texts apart; it protects nothing and must not be used where someone may forge it.
 */
export function stableHash(text: string): string {
  const high = fnv1a(text, 0x811c9dc5);
  const low = fnv1a(text, 0x9747b28c ^ text.length);
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
