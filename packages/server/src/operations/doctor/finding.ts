/** 正常, 注意, 错误. */
export type FindingLevel = 'fine' | 'notice' | 'error';

/** One line of the inspection, in Chinese. */
export interface Finding {
  readonly level: FindingLevel;
  readonly subject: string;
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}

export const fine = (subject: string, detail: string): Finding => ({ level: 'fine', subject, detail });

export const notice = (subject: string, detail: string, advice: string): Finding => ({
  level: 'notice',
  subject,
  detail,
  advice,
});

export const wrong = (subject: string, detail: string, advice: string): Finding => ({
  level: 'error',
  subject,
  detail,
  advice,
});

/** The code of a system or database fault, which unlike its message names nothing private. */
export function faultCode(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
}
