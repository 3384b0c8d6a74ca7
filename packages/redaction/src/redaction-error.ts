/**
 * Why a file was not redacted or shown. Closed list with stable codes; `message` says in Chinese what happened, what
 * was kept and what to do. Never contains anything of the file.
 */
export type RedactionErrorCode =
  | 'empty-file'
  | 'unsupported-format'
  | 'too-large'
  | 'encrypted'
  | 'damaged'
  | 'too-many-pages'
  | 'page-too-large'
  | 'picture-too-large'
  | 'too-complex'
  | 'font-missing'
  | 'not-drawable'
  | 'no-marks'
  | 'invalid-mark'
  | 'invalid-request'
  | 'verification-failed'
  /** Properties cannot be taken out without breaking the file, or are still there. */
  | 'not-strippable';

export interface RedactionError {
  readonly code: RedactionErrorCode;
  readonly message: string;
}

/** Thrown inside to leave deep code; turned into a `Result` at the door of the process, never beyond it. */
export class RedactionFailure extends Error {
  readonly failure: RedactionError;

  constructor(code: RedactionErrorCode, message: string) {
    super(code);
    this.failure = { code, message };
  }
}

/** The refusal that an exception stands for; texts of libraries may quote the file and are not passed on. */
export function redactionError(error: unknown): RedactionError {
  if (error instanceof RedactionFailure) return error.failure;
  if (error instanceof Error && error.name === 'PasswordException') {
    return {
      code: 'encrypted',
      message: 'PDF 已加密，需要密码才能打开，没有生成任何文件。请提供未加密的 PDF 后重试。',
    };
  }
  return {
    code: 'damaged',
    message: '文件已损坏或不完整，无法打开，没有生成任何文件。请重新导出或重新扫描后重试。',
  };
}
