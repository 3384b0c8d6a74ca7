import { LIMITS } from '../limits.ts';
import { ReadFailure } from '../read-error.ts';

/**
 * Wall-clock guard of one read. Readers call `check()` inside every loop whose length the file decides; nothing
 * else can stop synchronous code that a hostile file keeps busy.
 */
export interface Deadline {
  /** The time that there is in all. */
  readonly milliseconds: number;
  /** Throws `ReadFailure('too-complex')` once the time is used up. */
  check(): void;
}

/** Reading the clock costs more than a loop step, so it is read only now and then. */
const CHECKS_PER_CLOCK_READ = 64;

/** A deadline `milliseconds` from now. */
export function createDeadline(milliseconds: number = LIMITS.milliseconds): Deadline {
  const end = performance.now() + milliseconds;
  let checks = 0;
  return {
    milliseconds,
    check() {
      if (checks++ % CHECKS_PER_CLOCK_READ === 0 && performance.now() > end) {
        throw new ReadFailure(
          'too-complex',
          `文件过于复杂，读取超过 ${milliseconds / 1000} 秒，已停止，未保留任何内容。请检查文件是否正常，或另存为 .docx 后重试。`,
        );
      }
    },
  };
}
