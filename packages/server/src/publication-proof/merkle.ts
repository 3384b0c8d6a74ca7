import { createHash } from 'node:crypto';
import type { ChainHashes } from '../db/audit-chain.ts';

/** A neighbour on the way from a leaf to the root, and on which side it stands. */
export interface ProofStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/** Leaves and nodes begin with different bytes, so that no node is taken for a leaf (as in RFC 6962). */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Buffer[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** An entry of the trail, by its hashes in both chains. */
export const leafHash = ({ sha256: first, sm3 }: ChainHashes): string =>
  sha256(LEAF, Buffer.from(first, 'hex'), Buffer.from(sm3, 'hex'));

const nodeHash = (left: string, right: string): string =>
  sha256(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** The next level; a last one without a neighbour goes up as it is. */
function levelAbove(hashes: readonly string[]): readonly string[] {
  const above: string[] = [];
  for (let index = 0; index < hashes.length; index += 2) {
    const [left = '', right] = hashes.slice(index, index + 2);
    above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

/** The root over leaves in their order; at least one. */
export function merkleRoot(leaves: readonly string[]): string {
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? '';
}

/** The neighbours of a leaf on its way to the root. */
export function merklePath(leaves: readonly string[], leaf: number): readonly ProofStep[] {
  const steps: ProofStep[] = [];
  let level = leaves;
  let index = leaf;
  while (level.length > 1) {
    const neighbour = level[index ^ 1];
    if (neighbour !== undefined) steps.push({ side: index % 2 === 0 ? 'right' : 'left', hash: neighbour });
    level = levelAbove(level);
    index >>= 1;
  }
  return steps;
}

/** The root that a leaf and its neighbours make. */
export const climb = (leaf: string, steps: readonly ProofStep[]): string =>
  steps.reduce(
    (hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)),
    leaf,
  );
