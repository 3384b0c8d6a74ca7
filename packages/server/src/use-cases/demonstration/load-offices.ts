import { STATUTORY_DUTIES } from '@zhaoshi/domain/organ/disclosure-office';
import type { GroupDuty } from '@zhaoshi/domain/organ/leading-group';
import { isGovernment, isOrganInLaw, type TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Places } from './load-tree.ts';
import { MARK } from './people.ts';

const OFFICE_HOURS = '工作日 8:30—12:00，14:00—17:30';

/** No such numbers are given out, and `.example` is kept free for examples (RFC 2606). */
const contactOf = (organ: OrganRow, number: number) => ({
  address: `${organ.region_name}示例路 ${number} 号${MARK}`,
  postcode: '000000',
  office_hours: OFFICE_HOURS,
  phone: `0000-${String(1_000_000 + number)}`,
  fax: `0000-${String(2_000_000 + number)}`,
  email: `xxgk@${organ.slug}-${organ.level}.example`,
  website: null,
});

interface Desk {
  readonly office: string;
  readonly headTitle: string;
  /** Posts of the leading group's members, in the order of the duties below. */
  readonly posts: readonly [string, string, string, string, string];
}

const DUTIES = ['head', 'deputy', 'member', 'member', 'officeDirector'] as const satisfies GroupDuty[];

/** How the house that publishes is set up, by the kind of organ; a government works through its office (条例3). */
const DESKS: Readonly<Partial<Record<TreeKind, Desk>>> = {
  governmentOrgan: {
    office: '政务公开科',
    headTitle: '科长',
    posts: ['办公室主任', '办公室副主任', '秘书科科长', '信息科科长', '政务公开科科长'],
  },
  department: {
    office: '办公室',
    headTitle: '主任',
    posts: ['局长', '副局长', '法规科科长', '财务科科长', '办公室主任'],
  },
  township: {
    office: '党政办公室',
    headTitle: '主任',
    posts: ['乡镇长', '副乡镇长', '财政所所长', '民政所所长', '党政办公室主任'],
  },
  subdistrictOffice: {
    office: '党政办公室',
    headTitle: '主任',
    posts: ['街道办事处主任', '副主任', '社区建设科科长', '财政所所长', '党政办公室主任'],
  },
};

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = ['示一', '示二', '示三', '示四', '示五'];

const inventedName = (house: number, place: number): string =>
  `${SURNAMES[(house * 5 + place) % SURNAMES.length] ?? '示'}${GIVEN[place] ?? '示'}${MARK}`;

async function loadLeadingGroup(
  transaction: Transaction<Schema>,
  { region_id, organ_id, name, valid_from }: OrganRow,
  { office, posts }: Desk,
  house: number,
  newId: () => string,
): Promise<void> {
  await transaction
    .insertInto('leading_group')
    .values({
      region_id,
      organ_id,
      name: `${name}政府信息公开工作领导小组${MARK}`,
      document_number: null,
      established_on: valid_from,
      office,
      version: 2,
    })
    .execute();
  await transaction
    .insertInto('leading_group_member')
    .values(
      posts.map((post, position) => ({
        region_id,
        member_id: newId(),
        organ_id,
        name: inventedName(house, position),
        post,
        duty: DUTIES[position] ?? 'member',
        position,
        valid_from,
        valid_to: null,
      })),
    )
    .execute();
}

/** Contact data of every organ, and of those that publish their disclosure office and leading group: all invented. */
export async function loadOffices(
  transaction: Transaction<Schema>,
  places: Places,
  newId: () => string,
): Promise<void> {
  const present = [...places.values()].filter(({ valid_to }) => valid_to === null);
  for (const [house, organ] of present.entries()) {
    const { region_id, organ_id, kind } = organ;
    const contact = contactOf(organ, house + 1);
    const responsible_person = isGovernment(kind) || !isOrganInLaw(kind) ? null : inventedName(house, 0);
    await transaction
      .insertInto('organ_contact')
      .values({ region_id, organ_id, ...contact, responsible_person })
      .execute();
    const desk = DESKS[kind];
    if (desk === undefined) continue;
    const { postcode: _postcode, ...officeContact } = contact;
    await transaction
      .insertInto('disclosure_office')
      .values({
        region_id,
        organ_id,
        ...officeContact,
        name: desk.office,
        head_title: desk.headTitle,
        duties: [...STATUTORY_DUTIES],
        version: 2,
      })
      .execute();
    await loadLeadingGroup(transaction, organ, desk, house, newId);
  }
}
