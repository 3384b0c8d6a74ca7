import type { FormValues } from '@zhaoshi/domain/application/web-form';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { LONGEST_QUERY } from '@zhaoshi/portal/layout';
import { applyCheckPage } from '@zhaoshi/portal/pages/apply-check';
import { applyChoosePage } from '@zhaoshi/portal/pages/apply-choose';
import { APPLICATION_RECEIPT, receiptPage } from '@zhaoshi/portal/pages/apply-receipt';
import { APPLY, APPLY_RECEIPT, APPLY_SUGGESTIONS, applyStepPath, applyToPath } from '@zhaoshi/portal/paths';
import type { SearchPage } from '@zhaoshi/portal/view-models';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { applicableOrgans } from '../../db/queries/applicable-organs.ts';
import { findDraft, startDraft } from '../../use-cases/applicants/draft.ts';
import { draftCookie, draftTokenOf } from '../api/session-cookie.ts';
import { type FoundOrgan, findApplyOrgan, presentOrgan } from '../applicant/apply-organ.ts';
import { formIn } from '../applicant/form-body.ts';
import { type ApplicantTools, goTo, PRIVATE_CACHING, show } from '../applicant/tools.ts';
import { createFairGate } from '../fair-gate.ts';
import { answerSearch, emptySearch } from '../portal-pages-search.ts';
import { POLICY_WITH_SCRIPT } from '../security-headers.ts';

interface OrganNames {
  readonly region: string;
  readonly organ: string;
}

const NO_ORGAN = {
  title: '没有找到可以受理申请的机关',
  words: ['地址可能写错了，或者该机关已经撤销、不是行政机关。请从机关列表中选择。'],
  link: '选择机关',
};

const NO_RECEIPT = {
  title: '没有可以显示的回执',
  words: ['回执在提交后一小时内可以打开。登记号和查询码遗失的，请与受理机关联系。'],
};

/** Searches beside the search page's own: one reader never takes all of them. */
const LIMITS = { atOnce: 3, perAsker: 1, waiting: 12, waitingPerAsker: 2 };

const BUSY = '正在检索的人较多，请稍后再试；也可以直接申请。';

const MOST_SUGGESTIONS = 5;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function choose(
  tools: ApplicantTools,
  request: FastifyRequest<{ Querystring: { readonly region?: unknown } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { published, facts } = tools.portal;
  const regions = await facts.regions();
  const chosen = regions.find(({ slug }) => slug === request.query.region) ?? regions[0];
  const organs = chosen === undefined ? [] : await applicableOrgans(published, chosen.region_id);
  return await show(tools, request, reply, { path: APPLY }, (frame) =>
    applyChoosePage(frame, {
      regionName: chosen?.name ?? '',
      regions: regions.map(({ name, slug }) => ({ name, slug, isChosen: slug === chosen?.slug })),
      organs: organs.map(presentOrgan),
    }),
  );
}

/** Begins a draft, or goes on with the one that this browser has for the organ. */
async function start(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { shown }: FoundOrgan,
  names: OrganNames,
): Promise<FastifyReply> {
  const { context, secure } = tools;
  const known = draftTokenOf(request.headers.cookie, secure);
  const before = known === null ? null : await findDraft(context, known);
  const isSame = before?.kind === 'draft' && before.region === names.region && before.organ === names.organ;
  if (!isSame) {
    const { subject = '' } = formIn(request);
    // The page sends the words that were looked for; a draft holds what people type, before anybody asked who they are.
    const values: FormValues = { description: Array.from(subject).slice(0, LONGEST_QUERY).join('') };
    const draft = { kind: 'draft', ...names, values, files: [], isHuman: false } as const;
    const token = await startDraft(context, draft);
    reply.header('set-cookie', draftCookie(token, shown.draftDays, secure));
  }
  return goTo(reply, applyStepPath('kind'));
}

async function withOrgan(
  tools: ApplicantTools,
  request: FastifyRequest<{ Params: OrganNames }>,
  reply: FastifyReply,
  answer: (organ: FoundOrgan) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const organ = await findApplyOrgan(tools, request.params);
  if (organ !== null) return await answer(organ);
  return await show(tools, request, reply, { path: null, code: 404 }, (frame) =>
    messagePage(frame, NO_ORGAN),
  );
}

/** Looking whether it is public already, with and without the script. */
function checkRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  const gate = createFairGate(LIMITS);
  const { published } = tools.portal;
  const search = async ({ ip }: FastifyRequest, query: string): Promise<SearchPage> =>
    (await gate.run(ip, () => answerSearch(published, { q: query }))) ?? emptySearch(query, BUSY);

  app.get<{ Params: OrganNames; Querystring: { readonly q?: unknown } }>(
    applyToPath('/:region/:organ'),
    (request, reply) =>
      withOrgan(tools, request, reply, async ({ shown }) => {
        const query = textOf(request.query.q);
        const asked = query === '' ? null : await search(request, query);
        // Only the first page: whoever wants more of them uses the search itself.
        const found = asked && { ...asked, next: null, continued: asked.next !== null };
        reply.header('content-security-policy', POLICY_WITH_SCRIPT);
        const check = { organ: shown, query: asked?.query ?? '', found, script: tools.suggestScript };
        return await show(tools, request, reply, { path: applyToPath(shown.path) }, (frame) =>
          applyCheckPage(frame, check),
        );
      }),
  );

  app.post<{ Body: { readonly q?: unknown } | null }>(APPLY_SUGGESTIONS, async (request, reply) => {
    const { hits } = await search(request, textOf(request.body?.q));
    const items = hits.slice(0, MOST_SUGGESTIONS).map(({ title, path, organName }) => ({
      title: title.map(({ text }) => text).join(''),
      path,
      organName,
    }));
    return await reply.headers(PRIVATE_CACHING).send({ items });
  });
}

/** Choosing the organ, looking whether it is public already, the beginning and the receipt. */
export function applyRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  app.get<{ Querystring: { readonly region?: unknown } }>(APPLY, (request, reply) =>
    choose(tools, request, reply),
  );
  checkRoutes(app, tools);

  app.post<{ Params: OrganNames }>(applyToPath('/:region/:organ'), (request, reply) =>
    withOrgan(tools, request, reply, async (found) => {
      const { region, organ } = request.params;
      return await start(tools, request, reply, found, { region, organ });
    }),
  );

  app.get(APPLY_RECEIPT, async (request, reply) => {
    const token = draftTokenOf(request.headers.cookie, tools.secure);
    const content = token === null ? null : await findDraft(tools.context, token);
    const isSent = content?.kind === 'sent';
    return await show(tools, request, reply, { path: APPLY_RECEIPT, code: isSent ? 200 : 404 }, (frame) =>
      isSent ? receiptPage(frame, content, APPLICATION_RECEIPT) : messagePage(frame, NO_RECEIPT),
    );
  });
}
