import { GROUP_DUTY_NAMES, type GroupDuty } from '@zhaoshi/domain/organ/leading-group';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, optionalLine, organKey, organParams, version } from '../fields.ts';
import { email, phone, website } from './organs.ts';

/** 条例4 and 12: the disclosure office; all of it is published. */
const officeFields = {
  name: line(100),
  headTitle: optionalLine(50),
  address: optionalLine(200),
  officeHours: optionalLine(200),
  phone,
  fax: phone,
  email,
  website,
  duties: z.array(line(200)).min(1, '至少一项').max(20, '不超过 20 项'),
};

export const disclosureOffice = z
  .object({
    ...organKey,
    /** `null` as long as none was entered. */
    office: z.object(officeFields).nullable(),
    /** The functions of 条例4¶2, to start from. */
    statutoryDuties: z.array(z.string()),
    version,
    abilities,
  })
  .meta({ id: 'DisclosureOffice' });

const duty = z.enum(GROUP_DUTY_NAMES as [GroupDuty, ...GroupDuty[]]);

const groupFields = {
  name: line(100),
  documentNumber: optionalLine(60),
  establishedOn: civilDate.nullable(),
  office: optionalLine(100),
};

const memberFields = {
  name: line(50),
  post: line(100),
  duty,
  validFrom: civilDate,
  validTo: civilDate.nullable(),
};

const member = z.object({ memberId: id, ...memberFields });

export const leadingGroup = z
  .object({
    ...organKey,
    /** `null` as long as none was entered. */
    group: z.object({ ...groupFields, members: z.array(member) }).nullable(),
    /** Who was in it before. */
    formerMembers: z.array(member),
    version,
    abilities,
  })
  .meta({ id: 'LeadingGroup' });

export const organOfficeRoutes = {
  readDisclosureOffice: defineRoute({
    id: 'disclosureOffice.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/disclosure-office',
    summary: '政府信息公开工作机构',
    permission: 'organ.read',
    params: organParams,
    response: disclosureOffice,
    versioned: true,
    problems: ['not-found'],
  }),
  editDisclosureOffice: defineRoute({
    id: 'disclosureOffice.edit',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/disclosure-office',
    summary: '修改政府信息公开工作机构',
    permission: 'organ.edit',
    audit: 'disclosureOffice.edit',
    params: organParams,
    body: z.strictObject(officeFields),
    response: disclosureOffice,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  readLeadingGroup: defineRoute({
    id: 'leadingGroup.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/leading-group',
    summary: '政府信息公开工作领导小组',
    permission: 'organ.read',
    params: organParams,
    response: leadingGroup,
    versioned: true,
    problems: ['not-found'],
  }),
  editLeadingGroup: defineRoute({
    id: 'leadingGroup.edit',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/leading-group',
    summary: '修改政府信息公开工作领导小组；名单中没有的人自今日起不再是成员',
    permission: 'organ.edit',
    audit: 'leadingGroup.edit',
    params: organParams,
    body: z.strictObject({
      ...groupFields,
      members: z.array(z.strictObject({ memberId: id.nullable(), ...memberFields })).max(60, '不超过 60 人'),
    }),
    response: leadingGroup,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
