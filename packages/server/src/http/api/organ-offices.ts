import type { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { STATUTORY_DUTIES } from '@zhaoshi/domain/organ/disclosure-office';
import {
  type FoundDisclosureOffice,
  type FoundLeadingGroup,
  findDisclosureOffice,
  findLeadingGroup,
} from '../../db/queries/organ-offices.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { editDisclosureOffice } from '../../use-cases/organs/edit-disclosure-office.ts';
import { editLeadingGroup } from '../../use-cases/organs/edit-leading-group.ts';
import { type Handlers, presentResult, type ReadContext } from './handler.ts';

const idsOf = ({ regionId, organId }: OrganIds) => ({ regionId, organId });

const presentOffice = ({ office, version }: FoundDisclosureOffice) => ({
  office: office && {
    name: office.name,
    headTitle: office.head_title,
    address: office.address,
    officeHours: office.office_hours,
    phone: office.phone,
    fax: office.fax,
    email: office.email,
    website: office.website,
    duties: [...office.duties],
  },
  statutoryDuties: [...STATUTORY_DUTIES],
  version,
});

const presentMember = (row: FoundLeadingGroup['members'][number]) => ({
  memberId: row.member_id,
  name: row.name,
  post: row.post,
  duty: row.duty,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

const presentGroup = ({ group, members, formerMembers, version }: FoundLeadingGroup) => ({
  group: group && {
    name: group.name,
    documentNumber: group.document_number,
    establishedOn: group.established_on,
    office: group.office,
    members: members.map(presentMember),
  },
  formerMembers: formerMembers.map(presentMember),
  version,
});

/** What the caller may do to what belongs to the organ; nothing when it is gone. */
async function abilitiesFor(context: ReadContext, ids: OrganIds) {
  const organ = await findOrgan(context.database, ids);
  return organ === undefined ? [] : context.abilities(organ.path);
}

export const organOfficeHandlers: Handlers<typeof organOfficeRoutes> = {
  readDisclosureOffice: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const found = await findDisclosureOffice(context.database, params);
    return ok({ ...idsOf(params), ...presentOffice(found), abilities: context.abilities(organ.path) });
  },
  editDisclosureOffice: async (context, { params, body }) => {
    const result = await editDisclosureOffice(context, { ...params, ...body });
    const abilities = await abilitiesFor(context, params);
    return presentResult(result, (found) => ({ ...idsOf(params), ...presentOffice(found), abilities }));
  },
  readLeadingGroup: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const found = await findLeadingGroup(context.database, params, civilDateAt(context.now()));
    return ok({ ...idsOf(params), ...presentGroup(found), abilities: context.abilities(organ.path) });
  },
  editLeadingGroup: async (context, { params, body }) => {
    const result = await editLeadingGroup(context, { ...params, ...body });
    const abilities = await abilitiesFor(context, params);
    return presentResult(result, (found) => ({ ...idsOf(params), ...presentGroup(found), abilities }));
  },
};
