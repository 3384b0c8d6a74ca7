import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from '@fastify/type-provider-zod';
import type { Route } from '@zhaoshi/contract/define-route';
import { PROBLEMS, type ProblemCode, problemDocument } from '@zhaoshi/contract/problems';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Where the description of the interface is, and the page to read it on. */
const OPENAPI_PAGE = '/api/docs';

const DESCRIPTION = `工作人员界面和命令行所用的接口。
写操作须带请求头 \`zhaoshi-request: 1\`；新建须带 \`Idempotency-Key\`；修改须带 \`If-Match\`（取自读取时的 \`ETag\`）。
出错时返回 RFC 9457 问题文档，\`code\` 不变，文字可能调整。`;

/** Problems that a route can answer without naming them. */
function commonProblems(route: Route): readonly ProblemCode[] {
  const isChange = route.method !== 'GET';
  return [
    'invalid',
    'fault',
    ...(route.permission === 'anyone' ? [] : (['not-signed-in'] as const)),
    ...(isChange || route.permission !== 'anyone' ? (['forbidden'] as const) : []),
    ...(isChange && (route.ifMatch === true || route.creates === true) ? (['version-missing'] as const) : []),
    ...(isChange && route.ifMatch === true ? (['stale'] as const) : []),
    ...(isChange && route.creates === true ? (['key-reused'] as const) : []),
  ];
}

/** Areas by the first part of a route's id; an area without a title stands under its id. */
const AREA_TITLES: Readonly<Record<string, string>> = {
  signIn: '登录',
  session: '会话',
  ownAccount: '我的账号',
  account: '账号',
  desk: '待办、通知、检索',
  organ: '机关',
  disclosureOffice: '信息公开工作机构',
  leadingGroup: '领导小组',
  reportingUnit: '报送单位',
  setting: '设置',
  calendar: '工作日历',
  file: '文件',
  message: '发出的通知',
  job: '后台任务',
  audit: '审计',
  installation: '本系统',
};

/** Under which heading the page lists a route. */
export function areaTitle({ id }: Route): string {
  const [area = ''] = id.split('.', 1);
  return AREA_TITLES[area] ?? area;
}

/** In place of the library's own. */
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"></svg>';

const problemsOf = (route: Route): ReadonlyMap<number, readonly ProblemCode[]> =>
  Map.groupBy(
    new Set([...commonProblems(route), ...(route.problems ?? [])]),
    (code) => PROBLEMS[code].status,
  );

/** The answers of a route by status, for validation of what leaves and for the description. */
export function answersOf(route: Route): Readonly<Record<number, z.ZodType>> {
  const { response } = route;
  return {
    ...(response instanceof z.ZodType && { 200: response }),
    ...(response === 'redirect' && { 303: z.null().describe('转到另一个页面') }),
    ...(response === 'nothing' && { 204: z.null().describe('完成') }),
    ...Object.fromEntries([...problemsOf(route).keys()].map((status) => [status, problemDocument])),
  };
}

interface DescribedAnswer {
  description?: string;
  content?: Record<string, unknown>;
}

type DescribedPaths = Readonly<
  Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, DescribedAnswer>> }>>>
>;

/** Gives the problems their media type and says which they are; zod schemas cannot carry either. */
function describeProblems(paths: DescribedPaths, routes: readonly Route[]): void {
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    const answers = paths[path]?.[route.method.toLowerCase()]?.responses ?? {};
    for (const [status, codes] of problemsOf(route)) {
      const answer = answers[status];
      if (answer === undefined) continue;
      answer.description = codes.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('；');
      answer.content = { 'application/problem+json': answer.content?.['application/json'] };
    }
  }
}

/** The headers that a call must carry, as the description names them. */
export function headersOf(route: Route): z.ZodObject | undefined {
  if (route.method === 'GET') return undefined;
  return z.looseObject({
    'zhaoshi-request': z.string().optional().describe('任意值；说明请求由程序发出，而不是别的网站的页面'),
    ...(route.creates === true && {
      'idempotency-key': z.string().optional().describe('8 至 100 个字母、数字；同一请求重发时不变'),
    }),
    ...(route.ifMatch === true && { 'if-match': z.string().optional().describe('所依据的版本，如 "3"') }),
  });
}

/** Serves the OpenAPI 3.1 description of every route registered after it, and a page to browse it. */
export async function describeApi(
  api: FastifyInstance,
  version: string,
  routes: readonly Route[],
): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '昭示接口', version, description: DESCRIPTION, license: { name: 'Apache-2.0' } },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhaoshi-session' } },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input);
      describeProblems(document.paths as DescribedPaths, routes);
      return document;
    },
  });
  await api.register(swaggerUi, {
    routePrefix: OPENAPI_PAGE,
    staticCSP: true,
    uiConfig: { docExpansion: 'none', deepLinking: true, supportedSubmitMethods: ['get'] },
    logo: { type: 'image/svg+xml', content: LOGO },
    theme: {
      title: '昭示接口',
      css: [{ filename: 'zhaoshi.css', content: '.swagger-ui .topbar { display: none; }' }],
    },
  });
}
