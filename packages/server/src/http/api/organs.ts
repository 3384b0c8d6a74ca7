import type { Rejection } from '@zhaoshi/contract/problems';
import type { organRoutes } from '@zhaoshi/contract/routes/organs';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { pageOf } from '../../db/page.ts';
import {
  findOrgan,
  findOrganWithContact,
  listOrgans,
  listPredecessions,
  listSuccessions,
  type OrganRow,
  type OrganWithContact,
  type PredecessionRow,
  type SuccessionRow,
} from '../../db/queries/organs.ts';
import { addSuccession } from '../../use-cases/organs/add-succession.ts';
import { closeOrgan } from '../../use-cases/organs/close-organ.ts';
import { createOrgan } from '../../use-cases/organs/create-organ.ts';
import { createRegion } from '../../use-cases/organs/create-region.ts';
import { editOrgan } from '../../use-cases/organs/edit-organ.ts';
import { moveOrgan } from '../../use-cases/organs/move-organ.ts';
import { removeSuccession } from '../../use-cases/organs/remove-succession.ts';
import { type CallContext, type Handlers, presentResult, type ReadContext } from './handler.ts';

const present = (row: OrganRow, { abilities }: Pick<CallContext, 'abilities'>) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  name: row.name,
  kind: row.kind,
  level: row.level,
  slug: row.slug,
  regionName: row.region_name,
  parentId: row.path.split('/').at(-3) ?? null,
  isRegionGovernment: row.parent_id === null,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  closingStatement: row.closing_statement,
  version: row.version,
  abilities: abilities(row.path),
});

const presentWithContact = ({ organ, contact }: OrganWithContact, context: ReadContext) => ({
  ...present(organ, context),
  contact: {
    address: contact.address,
    postcode: contact.postcode,
    officeHours: contact.office_hours,
    phone: contact.phone,
    fax: contact.fax,
    email: contact.email,
    website: contact.website,
    responsiblePerson: contact.responsible_person,
  },
});

const presentSuccession = (row: SuccessionRow, abilities: Permission[]) => ({
  successionId: row.succession_id,
  successor: { regionId: row.successor_region_id, organId: row.successor_organ_id, name: row.name },
  validFrom: row.valid_from,
  matters: row.matters,
  documentNumber: row.document_number,
  abilities,
});

const presentPredecession = (row: PredecessionRow) => ({
  successionId: row.succession_id,
  predecessor: { regionId: row.region_id, organId: row.organ_id, name: row.name },
  validFrom: row.valid_from,
  matters: row.matters,
  documentNumber: row.document_number,
});

/** The organ with its contact data; the state that a change left, not a later one. */
async function inFull(context: ReadContext, organ: OrganRow) {
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const found = await findOrganWithContact(context.database, ids);
  if (found === undefined) throw new Error('an organ is gone');
  return presentWithContact({ organ, contact: found.contact }, context);
}

/** Shows, with a stale call, the organ as it is now. */
async function staleOrgan<T>(
  context: ReadContext,
  result: Result<T, Rejection>,
): Promise<Result<T, Rejection>> {
  if (result.ok || result.error.current === undefined) return result;
  return err({ ...result.error, current: await inFull(context, result.error.current as OrganRow) });
}

/** Shows what a change of the tree answers, an organ without its contact data, in full. */
async function presentInFull(context: ReadContext, result: Result<OrganRow, Rejection>) {
  return result.ok ? ok(await inFull(context, result.value)) : await staleOrgan<never>(context, result);
}

/** The organ whose lower ones are asked for; `undefined`: all are, `null`: there is none within reach. */
async function parentOf(
  { database, reaches }: ReadContext,
  {
    parentRegionId,
    parentId,
  }: { readonly parentRegionId?: string | undefined; readonly parentId?: string | undefined },
): Promise<OrganRow | null | undefined> {
  if (parentRegionId === undefined || parentId === undefined) return undefined;
  const organ = await findOrgan(database, { regionId: parentRegionId, organId: parentId });
  return organ !== undefined && reaches(organ.path) ? organ : null;
}

export const organHandlers: Handlers<typeof organRoutes> = {
  list: async (context, { query }) => {
    const under = await parentOf(context, query);
    if (under === null) return err({ code: 'not-found' });
    const listing = { ...query, under: under?.path, onlyLacking: query.lacksOffice === 'true' };
    const rows = await listOrgans(context.database, context.caller.actor, context.permission, listing);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.sort_key],
        (row) => ({
          ...present(row, context),
          hasBelow: row.has_below,
          lacksOffice: row.lacks_office,
        }),
      ),
    );
  },
  read: async (context, { params }) => {
    const found = await findOrganWithContact(context.database, params);
    if (found === undefined || !context.reaches(found.organ.path)) return err({ code: 'not-found' });
    return ok(presentWithContact(found, context));
  },
  edit: async (context, { params, body }) =>
    presentResult(await editOrgan(context, { ...params, ...body }), (found) =>
      presentWithContact(found, context),
    ),
  create: async (context, { params, body }) =>
    await presentInFull(context, await createOrgan(context, { ...params, ...body })),
  createRegion: async (context, { params, body }) =>
    await presentInFull(context, await createRegion(context, { ...params, ...body })),
  close: async (context, { params, body }) =>
    await presentInFull(context, await closeOrgan(context, { ...params, ...body })),
  move: async (context, { params, body }) =>
    await presentInFull(context, await moveOrgan(context, { ...params, ...body })),
  listSuccessions: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await listSuccessions(context.database, params);
    const before = await listPredecessions(context.database, params);
    const abilities = context.abilities(organ.path);
    return ok({
      items: rows.map((row) => presentSuccession(row, abilities)),
      predecessions: before.map(presentPredecession),
      version: organ.version,
      abilities,
    });
  },
  addSuccession: async (context, { params, body }) => {
    const result = await addSuccession(context, { ...params, ...body });
    const organ = await findOrgan(context.database, params);
    if (!result.ok) return staleOrgan(context, result);
    if (organ === undefined) return err({ code: 'not-found' });
    const raised = { ...params, version: organ.version };
    return ok({ ...presentSuccession(result.value, context.abilities(organ.path)), raised });
  },
  removeSuccession: async (context, { params }) =>
    await staleOrgan(context, await removeSuccession(context, params)),
};
