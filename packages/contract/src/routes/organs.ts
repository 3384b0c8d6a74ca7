import { SLUG } from '@zhaoshi/domain/organ/slug';
import { LEVELS, type Level, TREE_KIND_NAMES, type TreeKind } from '@zhaoshi/domain/organ/tree';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import {
  abilities,
  civilDate,
  id,
  line,
  optionalLine,
  organKey,
  organParams,
  raised,
  version,
} from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const treeKind = z.enum(TREE_KIND_NAMES as [TreeKind, ...TreeKind[]]);
const level = z.enum(Object.keys(LEVELS) as [Level, ...Level[]]);

const PHONE = /^[\d\s()（）+\-—,，、;；/转]*$/;
export const phone = optionalLine(60).refine((text) => PHONE.test(text ?? ''), '应为电话号码');
export const email = optionalLine(100).refine(
  (text) => text === null || text === '' || z.email().safeParse(text).success,
  '应为电子邮箱地址',
);
export const website = optionalLine(200).refine(
  // Nothing in front of an @ and no backslash: with either the address would lead elsewhere than it reads.
  (text) => /^(?:https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?)?$/i.test(text ?? ''),
  '应为以 http:// 或 https:// 开头的网址，不含用户名和密码',
);

/** 条例20(2): what every organ says of itself; all of it is published. */
export const organContact = z.object({
  address: optionalLine(200),
  postcode: optionalLine(6).refine((text) => /^(?:\d{6})?$/.test(text ?? ''), '应为六位数字'),
  officeHours: optionalLine(200),
  phone,
  fax: phone,
  email,
  website,
  /** 负责人姓名 */
  responsiblePerson: optionalLine(50),
});

export const organ = z
  .object({
    ...organKey,
    name: z.string(),
    kind: treeKind,
    level,
    slug: z.string(),
    regionName: z.string(),
    /** The organ above, also across regions; `null` at the top of the tree. */
    parentId: id.nullable(),
    /** Whether it stands at the top of its region. */
    isRegionGovernment: z.boolean(),
    validFrom: civilDate,
    /** The first day on which it is no longer there. */
    validTo: civilDate.nullable(),
    closingStatement: z.string().nullable(),
    version,
    abilities,
  })
  .meta({ id: 'Organ' });

const listedOrgan = organ
  .extend({
    /** Whether organs or villages stand right under it. */
    hasBelow: z.boolean(),
    /** What its guide must say of its disclosure office (条例12) is not all entered. */
    lacksOffice: z.boolean(),
  })
  .meta({ id: 'ListedOrgan' });

export const organWithContact = organ.extend({ contact: organContact }).meta({ id: 'OrganWithContact' });

const slug = z
  .string('应为文字')
  .regex(SLUG, '应以小写字母开头，只含小写字母、数字和连字符，不超过 63 个字符');

export const succession = z
  .object({
    successionId: id,
    successor: z.object({ ...organKey, name: z.string() }),
    validFrom: civilDate,
    /** `null` when all powers went over. */
    matters: z.string().nullable(),
    documentNumber: z.string().nullable(),
    abilities,
  })
  .meta({ id: 'Succession' });

/** Whose powers an organ took over. */
const predecession = succession
  .omit({ successor: true, abilities: true })
  .extend({ predecessor: z.object({ ...organKey, name: z.string() }) })
  .meta({ id: 'Predecession' });

const newSuccession = z.object({
  successor: z.object(organKey),
  matters: optionalLine(1000),
  documentNumber: optionalLine(60),
});

export const organRoutes = {
  list: defineRoute({
    id: 'organ.list',
    method: 'GET',
    path: '/api/organs',
    summary: '权限范围内的机关，按隶属关系从上到下',
    permission: 'organ.read',
    query: pageQuery.extend({
      /** Part of the name. */
      name: z.string().trim().max(50, '不超过 50 字').optional(),
      /** Only those right under this organ, ordered by kind; both ids together. */
      parentRegionId: id.optional(),
      parentId: id.optional(),
      /** Only those of whose disclosure office something is missing. */
      lacksOffice: z.literal('true', '应为 true').optional(),
    }),
    response: page(listedOrgan),
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'organ.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId',
    summary: '一个机关的信息',
    permission: 'organ.read',
    params: organParams,
    response: organWithContact,
    versioned: true,
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'organ.edit',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId',
    summary: '修改机关名称和联系方式',
    permission: 'organ.edit',
    audit: 'organ.edit',
    params: organParams,
    body: z.strictObject({ name: line(100), contact: organContact }),
    response: organWithContact,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  create: defineRoute({
    id: 'organ.create',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/organs',
    summary: '在一个机关之下设立机关或登记村（居）民委员会',
    permission: 'organ.manage',
    audit: 'organ.create',
    params: organParams,
    body: z.strictObject({ name: line(100), kind: treeKind, slug, validFrom: civilDate }),
    response: organWithContact,
    creates: true,
    problems: ['not-found'],
  }),
  createRegion: defineRoute({
    id: 'organ.createRegion',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/regions',
    summary: '在一级政府之下设立下级地区及其人民政府',
    permission: 'organ.manage',
    audit: 'organ.create',
    params: organParams,
    body: z.strictObject({
      /** Of the region, such as 河东县. */
      name: line(50),
      slug,
      level: z.enum(['city', 'county']),
      government: z.strictObject({ name: line(100), slug }),
      validFrom: civilDate,
    }),
    response: organWithContact,
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  close: defineRoute({
    id: 'organ.close',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/closing',
    summary: '撤销机关，写明承接机关或说明',
    permission: 'organ.manage',
    audit: 'organ.close',
    params: organParams,
    body: z.strictObject({
      /** The first day on which it is no longer there. */
      validTo: civilDate,
      /** Needed when nobody takes over. */
      statement: optionalLine(500),
      successions: z.array(newSuccession).max(20, '不超过 20 个'),
    }),
    response: organWithContact,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  move: defineRoute({
    id: 'organ.move',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/parent',
    summary: '调整隶属关系，下级随之移动',
    permission: 'organ.manage',
    audit: 'organ.move',
    params: organParams,
    body: z.strictObject({
      /** The organ above, in the same region. */
      parentId: id,
    }),
    response: organWithContact,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  listSuccessions: defineRoute({
    id: 'organ.listSuccessions',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/successions',
    summary: '一个机关的职权由哪些机关承接，又承接了哪些机关的职权',
    permission: 'organ.read',
    params: organParams,
    response: z.object({
      items: z.array(succession),
      predecessions: z.array(predecession),
      /** Of the organ, whose entries these are. */
      version,
      abilities,
    }),
    versioned: true,
    problems: ['not-found'],
  }),
  addSuccession: defineRoute({
    id: 'organ.addSuccession',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/successions',
    summary: '登记职权承接（国办公开办函〔2019〕14号）',
    permission: 'organ.manage',
    audit: 'organ.succeed',
    params: organParams,
    body: z.strictObject({ ...newSuccession.shape, validFrom: civilDate }),
    response: z.object({ ...succession.shape, raised: raised(organKey) }),
    creates: true,
    ifMatch: true,
    problems: ['not-found'],
  }),
  removeSuccession: defineRoute({
    id: 'organ.removeSuccession',
    method: 'DELETE',
    path: '/api/organs/:regionId/:organId/successions/:successionId',
    summary: '删去登记有误的职权承接',
    permission: 'organ.manage',
    audit: 'organ.succeed',
    params: organParams.extend({ successionId: id }),
    response: z.object({ raised: raised(organKey) }),
    ifMatch: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
