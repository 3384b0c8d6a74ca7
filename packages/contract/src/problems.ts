import { z } from 'zod';

interface ProblemRow {
  readonly status: number;
  /** What happened, in a short sentence. */
  readonly title: string;
  /** What to do next. */
  readonly advice: string;
}

/** Every refusal there is, by its stable code. Codes are never renamed; words may be. */
export const PROBLEMS = {
  malformed: { status: 400, title: '请求无法读懂', advice: '请刷新页面后重试；填写的内容没有丢失。' },
  'not-signed-in': { status: 401, title: '尚未登录或登录已失效', advice: '请重新登录，填写的内容会保留。' },
  'sign-in-incomplete': { status: 401, title: '登录尚未完成', advice: '请按页面提示完成登录的下一步。' },
  forbidden: { status: 403, title: '没有这项权限', advice: '如工作需要，请联系本机关的系统管理员。' },
  'cross-site': {
    status: 403,
    title: '请求不是从本系统页面发出的',
    advice: '请从本系统页面重新操作；没有做任何改动。',
  },
  'second-factor-again': {
    status: 403,
    title: '请再次核验动态口令',
    advice:
      '签发、紧急发布、补审和撤回以前，须用动态口令确认是本人办理；核验后再办一次即可，没有做任何改动。',
  },
  'not-found': { status: 404, title: '没有找到', advice: '可能已被移走，或不在您的权限范围内。' },
  'method-not-allowed': { status: 405, title: '不支持这种操作', advice: '请刷新页面后重试。' },
  conflict: { status: 409, title: '与现有数据冲突', advice: '请按提示修改后重试；没有做任何改动。' },
  'state-refuses': {
    status: 409,
    title: '当前状态下不能这样做',
    advice: '请按上面写明的原因处理后再办理；没有做任何改动。',
  },
  'key-reused': {
    status: 409,
    title: '同一个请求编号用于了不同的内容',
    advice: '请刷新页面后重新提交。',
  },
  stale: {
    status: 412,
    title: '别人已经修改过',
    advice: '下面有最新内容和您填写的内容，请核对后重新保存；您填写的内容没有丢失。',
  },
  'too-large': { status: 413, title: '内容过大', advice: '请按提示的大小拆分或压缩后重试。' },
  'unsupported-type': { status: 415, title: '不支持这种内容格式', advice: '请按提示的格式重试。' },
  'range-refused': { status: 416, title: '请求的文件范围不存在', advice: '请重新下载整个文件。' },
  invalid: { status: 422, title: '有内容需要修改', advice: '请按每一处的提示修改；其余内容已保留。' },
  'version-missing': {
    status: 428,
    title: '缺少所依据的版本',
    advice: '请刷新页面，在最新内容上修改。',
  },
  'key-missing': { status: 428, title: '缺少请求编号', advice: '请刷新页面后重试。' },
  'too-many': { status: 429, title: '操作过于频繁', advice: '请稍等片刻再试。' },
  fault: { status: 500, title: '系统出错', advice: '没有做任何改动。请稍后重试；仍不行请把编号告诉管理员。' },
  unavailable: { status: 503, title: '服务暂时不可用', advice: '没有做任何改动，请稍后重试。' },
} as const satisfies Readonly<Record<string, ProblemRow>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A place in what was sent and what is wrong there. */
export interface FieldError {
  /** JSON pointer into the body, such as "/name"; parameters as "?name" or ":name". */
  readonly pointer: string;
  readonly message: string;
}

/** A refusal as a value; use cases return it, the server turns it into a problem document once. */
export interface Rejection {
  readonly code: ProblemCode;
  /** What exactly happened here, in Chinese; without personal data. */
  readonly detail?: string;
  /** What to do about it, where the code's own advice says too little. */
  readonly advice?: string;
  readonly errors?: readonly FieldError[];
  /** With `stale`: the resource as it is now. */
  readonly current?: unknown;
}

/** RFC 9457 problem document. */
export const problemDocument = z
  .object({
    type: z.string().meta({ description: 'urn:zhaoshi:problem:<code>' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    advice: z.string(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type ProblemDocument = z.infer<typeof problemDocument>;
