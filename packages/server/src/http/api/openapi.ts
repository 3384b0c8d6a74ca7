import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from '@fastify/type-provider-zod';
import { bodyOf, needsKey, needsVersion, type Route } from '@zhaoshi/contract/define-route';
import { PROBLEMS, type ProblemCode, problemDocument } from '@zhaoshi/contract/problems';
import { problemsOf } from '@zhaoshi/contract/problems-of';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Where the description of the interface is, and the page to read it on. */
const OPENAPI_PAGE = '/api/docs';

const DESCRIPTION = `工作人员界面和命令行所用的接口。
除 GET 外须带请求头 \`zhaoshi-request: 1\`；新建须带 \`Idempotency-Key\`；改动已有内容须带 \`If-Match\`（取自读取时的 \`ETag\`）。
出错时返回 RFC 9457 问题文档，\`code\` 不变，文字可能调整。`;

/** Areas by the first part of a route's id, in the words of the console's navigation. */
const AREA_TITLES: Readonly<Record<string, string>> = {
  signIn: '登录',
  session: '会话',
  ownAccount: '我的账号',
  account: '账号',
  desk: '待办、通知、检索',
  assessments: '考核',
  assessmentSets: '考核：指标',
  organ: '机关',
  organName: '机关：按名称和网址查找',
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
  applications: '依申请公开：登记和办理',
  applicationFile: '依申请公开：案件材料和遮盖',
  savedView: '依申请公开：保存的视图',
  recordAmendment: '更正本人信息',
  promotion: '转为主动公开',
  documents: '主动公开文件',
  documentAttachment: '公开文件的附件',
  reevaluation: '不予公开的定期评估',
  itemCatalog: '标准目录',
  coverage: '公开情况',
  guide: '公开指南和目录',
  gazette: '政府公报',
  handover: '移交',
  newMedia: '政务新媒体',
  noticeBoard: '公示栏',
  poster: '海报',
  publicVoice: '公众的报错、提问和意见',
  annualReports: '年度报告：编写、报送和公布',
  annualReportAnalysis: '年度报告：各年度数字的图表，与同类单位的比较',
  annualReportBoard: '年度报告：各单位的编报进度',
  annualReportMembers: '年度报告：一级政府汇总的各单位数字',
  annualReportDownloads: '年度报告：下载编写中和封存的文本、录入的原件、送签说明',
  annualReportFiles: '年度报告：录入以往报告和没有使用本系统的单位的报告',
  statistics: '统计数据和年报表二',
  disputes: '复议诉讼台账和年报表四',
  disputeFile: '复议诉讼文书',
  complaints: '投诉举报',
  remediation: '整改通知',
  inspections: '监督检查',
  surveys: '社会评议调查，不保存单张答卷',
  workRecords: '工作台账：工作要点、培训、会议、宣传、责任追究',
  village: '村务公开',
  opinions: '政务舆情回应',
  rhythm: '年度工作',
  normative: '规章、规范性文件台账',
};

/** Under which heading the page lists a route. */
export function areaTitle({ id }: Route): string {
  const [area = ''] = id.split('.', 1);
  return AREA_TITLES[area] ?? area;
}

/** In place of the library's own. */
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"></svg>';

const problemsByStatus = (route: Route): ReadonlyMap<number, readonly ProblemCode[]> =>
  Map.groupBy(problemsOf(route), (code) => PROBLEMS[code].status);

/** The answers of a route by status, for validation of what leaves and for the description. */
export function answersOf(route: Route): Readonly<Record<number, z.ZodType>> {
  const { response } = route;
  return {
    ...(response instanceof z.ZodType && { 200: response }),
    ...(response === 'redirect' && { 303: z.null().describe('转到另一个页面') }),
    ...(response === 'nothing' && { 204: z.null().describe('完成') }),
    ...Object.fromEntries([...problemsByStatus(route).keys()].map((status) => [status, problemDocument])),
  };
}

const PAGE_HEADER = {
  'zhaoshi-request': z.string().optional().describe('任意值；说明请求由程序发出，而不是别的网站的页面'),
};
const KEY_HEADER = {
  'idempotency-key': z
    .string()
    .optional()
    .describe('8 至 100 个字母、数字；同一请求重发时不变，所得答复相同，不会重复新建'),
};
const VERSION_HEADER = { 'if-match': z.string().optional().describe('所依据的版本，如 "3"') };

const CHANGING = z.looseObject(PAGE_HEADER);
const WITH_KEY = z.looseObject({ ...PAGE_HEADER, ...KEY_HEADER });
const WITH_VERSION = z.looseObject({ ...PAGE_HEADER, ...VERSION_HEADER });
const WITH_BOTH = z.looseObject({ ...PAGE_HEADER, ...KEY_HEADER, ...VERSION_HEADER });

/**
 * The headers that a call must carry. Optional for the validator, because what is missing is answered by a problem of
 * its own; the description says that they are required.
 */
export function headersOf(route: Route): z.ZodObject | undefined {
  if (route.method === 'GET') return undefined;
  if (needsKey(route)) return needsVersion(route) ? WITH_BOTH : WITH_KEY;
  return needsVersion(route) ? WITH_VERSION : CHANGING;
}

interface DescribedAnswer {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, unknown>;
}

interface DescribedCall {
  parameters?: { in: string; required?: boolean }[];
  requestBody?: unknown;
  responses: Record<string, DescribedAnswer>;
}

type DescribedPaths = Readonly<Record<string, Readonly<Record<string, DescribedCall>>>>;

const textHeader = (description: string) => ({ description, schema: { type: 'string' } });

const BYTES = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };

/** What a route answers in bytes; a part of a file, or nothing when the caller has it. */
const BYTE_ANSWERS: Readonly<Record<number, DescribedAnswer>> = {
  200: {
    description: '文件内容',
    headers: { ETag: textHeader('内容的校验值') },
    content: { 'application/octet-stream': BYTES },
  },
  206: {
    description: '所请求的一段内容',
    headers: { ETag: textHeader('内容的校验值'), 'Content-Range': textHeader('这一段在文件中的位置') },
    content: { 'application/octet-stream': BYTES },
  },
  304: { description: '与已有的内容相同' },
};

const UPLOAD_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
        additionalProperties: false,
      },
    },
  },
};

function describeSuccess(route: Route, answers: Record<string, DescribedAnswer>): void {
  const { 200: found, 303: redirect } = answers;
  if (route.response === 'bytes') Object.assign(answers, structuredClone(BYTE_ANSWERS));
  if (redirect !== undefined) redirect.headers = { Location: textHeader('要转到的地址') };
  if (found !== undefined && route.versioned === true) {
    found.headers = { ETag: textHeader('版本，修改时作为 If-Match 送回') };
  }
}

/** Gives the problems their media type and says which they are. */
function describeProblems(route: Route, answers: Record<string, DescribedAnswer>): void {
  for (const [status, codes] of problemsByStatus(route)) {
    const answer = answers[status];
    if (answer === undefined) continue;
    answer.description = codes.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('；');
    answer.content = { 'application/problem+json': answer.content?.['application/json'] };
  }
}

/** Says what zod schemas cannot: media types, headers, and which headers must be sent. */
function completeDescription(paths: DescribedPaths, routes: readonly Route[]): void {
  for (const route of routes) {
    const call = paths[route.path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[route.method.toLowerCase()];
    if (call === undefined) throw new Error(`${route.id} is not described`);
    for (const parameter of call.parameters ?? []) {
      if (parameter.in === 'header') parameter.required = true;
    }
    if (bodyOf(route) === 'multipart') call.requestBody = UPLOAD_BODY;
    describeSuccess(route, call.responses);
    describeProblems(route, call.responses);
  }
}

/** The page of the description: its own scripts and pictures, and nothing of anybody else's, by HTTP as by HTTPS. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

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
      completeDescription(document.paths as unknown as DescribedPaths, routes);
      return document;
    },
  });
  await api.register(swaggerUi, {
    routePrefix: OPENAPI_PAGE,
    staticCSP: PAGE_POLICY,
    uiConfig: { docExpansion: 'none', deepLinking: true, supportedSubmitMethods: ['get'] },
    logo: { type: 'image/svg+xml', content: LOGO },
    theme: {
      title: '昭示接口',
      css: [{ filename: 'zhaoshi.css', content: '.swagger-ui .topbar { display: none; }' }],
    },
  });
}
