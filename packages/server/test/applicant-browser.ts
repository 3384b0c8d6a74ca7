import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** A file as a form sends it. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A browser without scripts: keeps cookies, reads forms, sends them. */
export interface ApplicantBrowser {
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  /** Sends a form with the hidden fields of the page that was read last, as the browser does. */
  readonly post: (
    path: string,
    values: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
  /** The same with files, and so as multipart. */
  readonly upload: (
    path: string,
    values: Readonly<Record<string, string>>,
    files: readonly SentFile[],
  ) => Promise<LightMyRequestResponse>;
  readonly cookies: () => string;
  /** Puts a cookie in the jar, or takes it out. */
  readonly setCookie: (name: string, value: string | null) => void;
  /** Hidden fields of the page that was read last. */
  readonly hidden: () => Readonly<Record<string, string>>;
}

/** The answer of a person to the question on a page. */
export function answerTo(page: string): string {
  const text = /请回答：([^（]+)（必填）/.exec(page)?.[1] ?? '';
  const digits = '零一二三四五六七八九十';
  const number = (word: string): number => digits.indexOf(word);
  const [, a = '', sign, b = ''] = /^(.)(加|减)(.)等于几/.exec(text) ?? [];
  if (sign !== undefined) return String(number(a) + (sign === '加' ? 1 : -1) * number(b));
  const [, three] = /^(.+)这三个数中/.exec(text) ?? [];
  if (three !== undefined) return String(Math.max(...three.split('、').map(number)));
  const [, place = '', words] = /^请写出第(.)个词：(.+)。$/.exec(text) ?? [];
  if (words !== undefined) return words.split('、')[number(place) - 1] ?? '';
  const [, last] = /(.)”的最后一个字/.exec(text) ?? [];
  if (last !== undefined) return last;
  const [, things = '', kind = ''] = /^(.+)，哪一个是(.+)？$/.exec(text) ?? [];
  const members: Readonly<Record<string, string>> = {
    动物: '黄牛兔子公鸡骆驼松鼠',
    水果: '苹果香蕉西瓜葡萄桃子',
    季节: '春天夏天秋天冬天',
    颜色: '红色黄色蓝色绿色白色',
    文具: '铅笔钢笔橡皮直尺本子',
    车船: '火车轮船卡车公交车自行车',
  };
  return things.split('、').find((thing) => members[kind]?.includes(thing)) ?? '';
}

const hiddenOf = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

function multipartOf(values: Readonly<Record<string, string>>, files: readonly SentFile[]) {
  const boundary = `----${randomUUID()}`;
  const fields = Object.entries(values).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const parts = files.flatMap(({ field, name, content }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...fields, ...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

export function newApplicantBrowser(app: FastifyInstance, remoteAddress = '127.0.0.1'): ApplicantBrowser {
  const jar = new Map<string, string>();
  let page = '';
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    }
    if (answer.body.includes('<form')) page = answer.body;
    return answer;
  };
  const send = async (
    path: string,
    payload: Buffer | string,
    headers: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse> =>
    keep(
      await app.inject({
        method: 'POST',
        url: path,
        remoteAddress,
        headers: { cookie: cookies(), 'sec-fetch-site': 'same-origin', ...headers },
        payload,
      }),
    );
  return {
    get: async (path) =>
      keep(await app.inject({ method: 'GET', url: path, remoteAddress, headers: { cookie: cookies() } })),
    post: async (path, values, headers = {}) =>
      await send(path, new URLSearchParams({ ...hiddenOf(page), ...values }).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      }),
    upload: async (path, values, files) => {
      const { payload, headers } = multipartOf({ ...hiddenOf(page), ...values }, files);
      return await send(path, payload, headers);
    },
    cookies,
    setCookie: (name, value) => {
      if (value === null) jar.delete(name);
      else jar.set(name, value);
    },
    hidden: () => hiddenOf(page),
  };
}
