/** What the process tells its caller; documented in docs/cli.md. The worst of several files counts. */
export const EXIT = {
  /** Everything done; nothing that blocks. */
  clean: 0,
  /**
   * Read and checked, but at least one blocking finding (for `compare`: the reports differ). `push` and `submit`: shown,
   * and not done, because something is against it or nobody said yes.
   */
  findings: 1,
  /** A file, an option or a place to write to cannot be used; or the platform refused, or was not reached. */
  unusable: 2,
  /** A fault of the program itself. */
  fault: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
