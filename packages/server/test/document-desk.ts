import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { scanFile } from '../src/use-cases/files/scan-file.ts';
import type { Answer, World, WorldOrgan } from './api-world.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument } from './document-samples.ts';

const ROLES = ['drafter', 'unitHead', 'disclosureOfficer', 'disclosureOfficeHead', 'leader'] as const;

export type DeskRole = (typeof ROLES)[number] | 'publisher';

/** Does what the queue of scans would have done by now for the files of a document. */
export async function scanFilesOf(world: World, documentId: string): Promise<void> {
  const { server, context } = world.database;
  const waiting = await server
    .selectFrom('document_file')
    .innerJoin('file_scan', 'file_scan.file_id', 'document_file.file_id')
    .select(['file_scan.region_id', 'file_scan.file_id'])
    .where('document_id', '=', documentId)
    .where('file_scan.state', '=', 'waiting')
    .execute();
  for (const { region_id: regionId, file_id: fileId } of waiting) {
    await scanFile(
      { ...context, database: server, services: world.services, isLastTry: false },
      { regionId, fileId },
    );
  }
}

/** The people of an organ who handle its documents; the publisher is a second disclosure officer. */
export interface DocumentDesk {
  readonly cookie: (role: DeskRole) => string;
  readonly read: (ids: PlantedDocument) => Promise<Answer>;
  /** An act in the version that is there now, whatever comes of it. */
  readonly tryAct: (
    ids: PlantedDocument,
    role: DeskRole,
    act: { readonly type: string; readonly [field: string]: unknown },
    texts?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** The same, which must succeed. */
  readonly act: DocumentDesk['tryAct'];
  /** The usual way from a draft to what is signed. */
  readonly sign: (ids: PlantedDocument) => Promise<void>;
}

export async function documentDesk(world: World, organ: WorldOrgan): Promise<DocumentDesk> {
  const cookies = new Map<DeskRole, string>();
  for (const role of ROLES) cookies.set(role, await world.signedIn(organ, role as Role));
  cookies.set('publisher', await world.signedIn(organ, 'disclosureOfficer'));
  const cookie = (role: DeskRole): string => cookies.get(role) ?? '';
  const read: DocumentDesk['read'] = ({ regionId, documentId }) =>
    world.call(documentRoutes.read, { params: { regionId, documentId } }, cookie('leader'));
  const tryAct: DocumentDesk['tryAct'] = async ({ regionId, documentId }, role, sent, texts = {}) => {
    await scanFilesOf(world, documentId);
    const { body } = await read({ regionId, documentId });
    const revision = body['revision'] as unknown as { readonly sha256: string } | null;
    const needsHash = ['recordSecrecyReview', 'passReview', 'approve'].includes(sent.type);
    const act = needsHash ? { sha256: revision?.sha256, ...sent } : sent;
    return await world.call(
      documentRoutes.act,
      { params: { regionId, documentId }, body: { act, texts } as never },
      cookie(role),
      { 'if-match': `"${String(body['version'])}"` },
    );
  };
  const act: DocumentDesk['act'] = async (ids, role, sent, texts) => {
    const answer = await tryAct(ids, role, sent, texts);
    if (answer.status !== 200) throw new Error(`${sent.type}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const sign = async (ids: PlantedDocument): Promise<void> => {
    await act(ids, 'drafter', { type: 'submit' });
    await act(ids, 'unitHead', { type: 'agreeInUnit' });
    await act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查，没有发现不能公开的内容。' });
    await act(ids, 'disclosureOfficer', { type: 'passReview' });
    await act(ids, 'leader', { type: 'approve', disclosureClass: 'proactive' });
  };
  return { cookie, read, tryAct, act, sign };
}

/** One desk for each organ of a world: its people are many and the samples of routes need them again and again. */
const DESKS = new WeakMap<World, Map<string, Promise<DocumentDesk>>>();

export function usualDesk(world: World, organ: WorldOrgan): Promise<DocumentDesk> {
  const desks = DESKS.get(world) ?? new Map<string, Promise<DocumentDesk>>();
  DESKS.set(world, desks);
  const desk = desks.get(organ.organId) ?? documentDesk(world, organ);
  desks.set(organ.organId, desk);
  return desk;
}

export interface PublishedDocument {
  readonly ids: PlantedDocument;
  readonly desk: DocumentDesk;
}

/** A document of the organ that went the usual way and is public. */
export async function plantPublished(
  world: World,
  organ: WorldOrgan,
  given: Partial<DocumentContent> = {},
): Promise<PublishedDocument> {
  const desk = await usualDesk(world, organ);
  const ids = await plantDocument(world, organ, given);
  await desk.sign(ids);
  await desk.act(ids, 'publisher', { type: 'publish' });
  return { ids, desk };
}

/** What is only read is planted once for each organ of a world: the samples of routes ask for it again and again. */
export function once<T>(plant: (world: World, organ: WorldOrgan) => Promise<T>) {
  const planted = new WeakMap<WorldOrgan, Promise<T>>();
  return (world: World, organ: WorldOrgan): Promise<T> => {
    const known = planted.get(organ) ?? plant(world, organ);
    planted.set(organ, known);
    return known;
  };
}
