import type { Place, ReadNote } from '../source-document.ts';

/** Notes of one read; each code is said once, at the first place it occurred. */
export class ReadNotes {
  private readonly notes = new Map<string, ReadNote>();

  add(kind: ReadNote['kind'], code: string, message: string, place?: Place): void {
    if (this.notes.has(code)) return;
    this.notes.set(code, { kind, code, message, ...(place === undefined ? {} : { place }) });
  }

  all(): readonly ReadNote[] {
    return [...this.notes.values()];
  }
}
