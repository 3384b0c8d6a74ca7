import { createHash } from 'node:crypto';

/** Values before and after, counts, hashes; never personal data. */
export interface AuditDetails {
  readonly [name: string]: string | number | boolean | null | readonly string[] | AuditDetails;
}

/** What an audit entry says; never personal data: accounts, organs and things by their identifiers. */
export interface AuditFacts {
  /** Who did it: an account's id, or `system:<part>` for the program itself. */
  readonly actor: string;
  /** What was done, `<thing>.<verb>`. */
  readonly action: string;
  /** What it was done to, `<thing>/<id>`. */
  readonly subject: string;
  readonly details: AuditDetails;
}

/** An entry as it is stored, without its place in the trail: the chain itself gives the place. */
export interface StoredFacts {
  readonly recorded_at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
}

export interface ChainHashes {
  readonly sha256: string;
  readonly sm3: string;
}

/** Before the first entry. */
export const CHAIN_START: ChainHashes = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) };

/** A JSON array of texts has one form only, so no two entries have the same bytes. */
function entryBytes(facts: StoredFacts, previous: string): string {
  return JSON.stringify([
    previous,
    facts.recorded_at.toISOString(),
    facts.actor,
    facts.action,
    facts.subject,
    facts.details,
  ]);
}

/** The hashes of an entry in both chains: SHA-256 and the national SM3 (GB/T 32905), each over its own predecessor. */
export function chainHashes(facts: StoredFacts, previous: ChainHashes): ChainHashes {
  return {
    sha256: createHash('sha256').update(entryBytes(facts, previous.sha256)).digest('hex'),
    sm3: createHash('sm3').update(entryBytes(facts, previous.sm3)).digest('hex'),
  };
}
