const FNV_PRIME = 0x01000193;
const HIGH_SEED = 0x811c9dc5;
const LOW_SEED = 0x9747b28c;

/**
 * A short name (16 hex digits) that is the same for the same text on every machine, for finding ids and
 * cell fingerprints: FNV-1a over UTF-16 units, twice with different starts. It tells texts apart; it protects
 * nothing and must not be used where someone may forge it.
 */
export function stableHash(text: string): string {
  let high = HIGH_SEED;
  let low = LOW_SEED ^ text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, FNV_PRIME);
    low = Math.imul(low ^ unit, FNV_PRIME);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
