import { bodyOf, needsKey, needsVersion, type Route } from '@zhaoshi/contract/define-route';
import { PROBLEMS } from '@zhaoshi/contract/problems';
import { problemsOf } from '@zhaoshi/contract/problems-of';
import { ROUTES } from '@zhaoshi/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld, type World } from '../../../test/api-world.ts';
import { areaTitle } from './openapi.ts';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
}

interface Answer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

interface Call {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly security?: readonly unknown[];
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Call>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let world: World;
let description: Description;
beforeAll(async () => {
  world = await createWorld();
  description = (await world.app.inject('/api/docs/json')).json<Description>();
});
afterAll(() => world.close());

const ALL = Object.values(ROUTES).flatMap((area) => Object.values<Route>(area));

const callOf = ({ path, method }: Route): Call => {
  const call = description.paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()];
  if (call === undefined) throw new Error(`${method} ${path} is not described`);
  return call;
};

const successOf = ({ response }: Route): readonly string[] => {
  if (response instanceof z.ZodType) return ['200'];
  return { nothing: ['204'], redirect: ['303'], bytes: ['200', '206', '304'] }[response];
};

it('lists every route under a heading that people can read', () => {
  const headings = new Set(ALL.map(areaTitle));
  expect([...headings].filter((heading) => !/\p{Script=Han}/u.test(heading))).toEqual([]);
});

it('may be read without anybody else learning of it, and by HTTP too', async () => {
  const { statusCode, headers } = await world.app.inject('/api/docs/');
  expect(statusCode).toBe(200);
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/default-src 'none'[^]*frame-ancestors 'none'/);
  // Browsers would ask an installation without a certificate for its scripts by HTTPS, and show an empty page.
  expect(policy).not.toMatch(/https:|swagger\.io|unsafe|upgrade-insecure-requests/);
});

it('is OpenAPI 3.1 and names every route and nothing else', () => {
  expect(description.openapi).toMatch(/^3\.1/);
  const described = Object.values(description.paths).flatMap((path) => Object.values(path));
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(
    ALL.map(({ id }) => id).toSorted(),
  );
  expect(Object.keys(description.components.schemas)).toEqual(expect.arrayContaining(['Organ', 'Problem']));
});

describe.each(ALL.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  it('names exactly the answers of the route table, each problem by its code', () => {
    const { responses } = callOf(route);
    const codes = [...problemsOf(route)];
    const statuses = new Set([...successOf(route), ...codes.map((code) => String(PROBLEMS[code].status))]);
    expect(Object.keys(responses).toSorted()).toEqual([...statuses].toSorted());
    for (const code of codes) {
      const answer = responses[PROBLEMS[code].status];
      expect(answer?.description).toContain(`\`${code}\``);
      expect(Object.keys(answer?.content ?? {})).toEqual(['application/problem+json']);
    }
  });

  it('requires exactly the headers that the server asks for', () => {
    const headers = (callOf(route).parameters ?? []).filter((parameter) => parameter.in === 'header');
    const wanted = [
      ...(route.method === 'GET' ? [] : ['zhaoshi-request']),
      ...(needsKey(route) ? ['idempotency-key'] : []),
      ...(needsVersion(route) ? ['if-match'] : []),
    ];
    expect(headers.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
    for (const header of headers) expect(header.required, header.name).toBe(true);
  });

  it('describes what is sent and what comes back', () => {
    const { requestBody, responses, parameters = [], security } = callOf(route);
    const body = bodyOf(route);
    const type = body === 'multipart' ? 'multipart/form-data' : 'application/json';
    expect(Object.keys(requestBody?.content ?? {})).toEqual(body === undefined ? [] : [type]);
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(inPath.toSorted()).toEqual(
      [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name).toSorted(),
    );
    expect(security !== undefined).toBe(route.permission !== 'anyone');
    if (route.versioned === true) expect(responses['200']?.headers).toHaveProperty('ETag');
    if (route.response === 'redirect') expect(responses['303']?.headers).toHaveProperty('Location');
    if (route.response === 'bytes') {
      expect(responses['206']?.headers).toHaveProperty('Content-Range');
      expect(responses['200']?.content).toHaveProperty('application/octet-stream');
      expect(responses['304']?.content).toBeUndefined();
    }
  });
});

it('says what a file is sent as', () => {
  const upload = callOf(ROUTES.files.upload).requestBody?.content['multipart/form-data'];
  expect(upload).toMatchObject({
    schema: { required: ['file'], properties: { file: { contentMediaType: 'application/octet-stream' } } },
  });
});
