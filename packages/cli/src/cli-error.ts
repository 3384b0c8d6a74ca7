/** Something the caller has to mend; its message is shown as it is, in Chinese, and the exit code is 2. */
export class CliError extends Error {}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或文件夹',
  EACCES: '没有权限访问',
  EPERM: '没有权限访问',
  EISDIR: '这是文件夹，不是文件',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOSPC: '磁盘空间不足，没有写入',
  EROFS: '所在磁盘为只读，没有写入',
  EMFILE: '同时打开的文件过多',
  EEXIST: '文件已存在，没有覆盖（如需覆盖请加 --force）',
};

/** The code of a system fault, such as "ENOENT"; empty for any other error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns a file system fault into words; other faults, and what is in words already, are passed on. */
export function fileError(error: unknown, path: string): Error {
  const words = FILE_ERRORS[errorCode(error)];
  if (words !== undefined) return new CliError(`${words}：${path}`);
  return error instanceof Error ? error : new Error(String(error));
}
