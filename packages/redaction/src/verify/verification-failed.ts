import { RedactionFailure } from '../redaction-error.ts';

/**
 * Nothing is given out.
 *
 * @param check what was looked at, in the words of the officer; never what was found, it might be what was to be hidden
 */
export function verificationFailed(check: string): RedactionFailure {
  return new RedactionFailure(
    'verification-failed',
    `生成的文件未通过复核（${check}），遮盖可能无效，文件已丢弃，没有对外提供。请把这一情况告诉系统管理员，并改用纸质件遮盖后重新扫描。`,
  );
}
