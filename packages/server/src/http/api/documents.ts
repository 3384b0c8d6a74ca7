import type { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import { evolveDocument } from '@zhaoshi/domain/disclosure/evolve-document';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { maskingRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import { pageOf } from '../../db/page.ts';
import { deadLinksOf } from '../../db/queries/document-links.ts';
import { documentOrderKey, listDocuments } from '../../db/queries/document-list.ts';
import {
  type DocumentIds,
  type DocumentRow,
  findDocument,
  findRevision,
} from '../../db/queries/documents.ts';
import { actOnDocument, documentActorOf } from '../../use-cases/documents/act-on-document.ts';
import { besideDocument } from '../../use-cases/documents/beside-document.ts';
import { completeDocumentAct } from '../../use-cases/documents/complete-act.ts';
import { createDocument } from '../../use-cases/documents/create-document.ts';
import { documentLightRules } from '../../use-cases/documents/document-context.ts';
import { fileScans as scansOfFiles } from '../../use-cases/documents/file-findings.ts';
import { decideContext, loadDocument } from '../../use-cases/documents/loaded-document.ts';
import { offeredActs } from '../../use-cases/documents/offered-acts.ts';
import { readContent } from '../../use-cases/documents/read-content.ts';
import { saveDraft } from '../../use-cases/documents/save-draft.ts';
import { scanContent } from '../../use-cases/documents/scan-content.ts';
import { documentRowPresenter } from './document-row-presenter.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';
import { presentDocument, presentFinding, presentRefusals, presentRevision } from './present-document.ts';
import { presentFileScans } from './present-file-scans.ts';

/** A document within reach; `undefined` looks the same as none. */
async function reachedDocument(context: ReadContext, ids: DocumentIds): Promise<DocumentRow | undefined> {
  const row = await findDocument(context.database, ids);
  return row !== undefined && context.reaches(row.path) ? row : undefined;
}

async function present(context: ReadContext, row: DocumentRow) {
  const now = context.now();
  const loaded = await loadDocument(context.database, row, now);
  // Elsewhere a role acts on nothing: another organ's officers only look.
  const acts = context.abilities(row.path).includes('document.handle')
    ? offeredActs(loaded, documentActorOf(context), now)
    : [];
  const beside = await besideDocument(context.database, loaded);
  return presentDocument(loaded, beside, acts, context.abilities(row.path));
}

export const documentHandlers: Handlers<typeof documentRoutes> = {
  search: async (context, { body }) => {
    const today = civilDateAt(context.now());
    const rows = await listDocuments(context.database, context.caller.actor, context.permission, {
      ...body,
      today,
    });
    const presentRow = await documentRowPresenter(rows, await documentLightRules(context.database, today));
    return ok(pageOf(rows, body.limit, documentOrderKey, presentRow));
  },
  create: (context, { params, body }) => createDocument(context, { ...params, ...body }),
  read: async (context, { params }) => {
    const row = await reachedDocument(context, params);
    return row === undefined ? err({ code: 'not-found' }) : ok(await present(context, row));
  },
  save: async (context, { params, body }) => {
    const saved = await saveDraft(context, { ...params, ...body });
    const row = await findDocument(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const document = await present(context, row);
    return saved.ok
      ? ok({ ...document, dropped: [...saved.value.dropped], isCut: saved.value.isCut })
      : presentStale(saved, () => document);
  },
  act: async (context, { params, body }) => {
    const done = await actOnDocument(context, { ...params, ...body });
    const row = await findDocument(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = await present(context, row);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  preview: async (context, { params, body }) => {
    const row = await reachedDocument(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const now = context.now();
    const loaded = await loadDocument(context.database, row, now);
    const act = completeDocumentAct(loaded, body.act, context.newId);
    const decided = decideDocumentAct(
      loaded.state,
      { act, texts: body.texts },
      decideContext(loaded, documentActorOf(context), now),
    );
    return ok(
      decided.ok
        ? { status: evolveDocument(loaded.state, decided.value).status, refusals: [] }
        : { status: loaded.state.status, refusals: presentRefusals(decided.error) },
    );
  },
  scan: async (context, { params, body }) => {
    const row = await reachedDocument(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const { state, submitted, fileScans, rules } = await loadDocument(context.database, row, context.now());
    const abilities = context.abilities(row.path);
    const scanned = body.content === undefined ? submitted : readContent(body.content).content;
    const shown = {
      justified: new Set(state.justified),
      seesText: abilities.includes('document.write') || abilities.includes('document.handle'),
    };
    const masking = maskingRulesFrom(rules.settings);
    const deadLinks = await deadLinksOf(context.database, params);
    const findings = scanContent(scanned, { today: rules.today, masking, deadLinks }).map((one) =>
      presentFinding(one, shown),
    );
    const scans =
      body.content === undefined ? fileScans : await scansOfFiles(context.database, params.regionId, scanned);
    return ok({
      findings,
      files: presentFileScans(scanned, scans, { ...shown, box: context.services.secretBox }),
    });
  },
  revision: async (context, { params }) => {
    const row = await reachedDocument(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const found = await findRevision(context.database, params, params.revision);
    return found === undefined ? err({ code: 'not-found' }) : ok(presentRevision(found));
  },
};
