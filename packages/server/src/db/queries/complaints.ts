import type { ComplaintStatus } from '@zhaoshi/domain/oversight/complaint';
import type { RoutedOrgan } from '@zhaoshi/domain/oversight/complaint-handler';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import { pathsUpwards } from '../paths-upwards.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface ComplaintIds {
  readonly regionId: string;
  readonly complaintId: string;
}

const complaints = (database: Kysely<Schema>) =>
  database
    .selectFrom('complaint')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'complaint.region_id')
        .onRef('organ.organ_id', '=', 'complaint.organ_id'),
    )
    .innerJoin('organ as unit', (join) =>
      join
        .onRef('unit.region_id', '=', 'complaint.unit_region_id')
        .onRef('unit.organ_id', '=', 'complaint.unit_id'),
    )
    .selectAll('complaint')
    .select(['organ.name as organ_name', 'organ.path as organ_path', 'unit.name as unit_name']);

const one = (database: Kysely<Schema>, { regionId, complaintId }: ComplaintIds) =>
  complaints(database)
    .where('complaint.region_id', '=', regionId)
    .where('complaint.complaint_id', '=', complaintId);

export const findComplaint = async (database: Kysely<Schema>, ids: ComplaintIds) =>
  await one(database, ids).executeTakeFirst();

/** The same, locked: who acts on it at the same time waits. */
export const lockComplaint = async (database: Kysely<Schema>, ids: ComplaintIds) =>
  await one(database, ids).forUpdate('complaint').executeTakeFirst();

export type ComplaintRow = NonNullable<Awaited<ReturnType<typeof findComplaint>>>;

export const findComplaintByCode = async (database: Kysely<Schema>, codeHash: string) =>
  await complaints(database).where('complaint.query_code_hash', '=', codeHash).executeTakeFirst();

/** The photos of a complaint, as they were sent. */
export const complaintPhotos = async (database: Kysely<Schema>, { regionId, complaintId }: ComplaintIds) =>
  await database
    .selectFrom('complaint_file')
    .select(['place', 'file_id'])
    .where('region_id', '=', regionId)
    .where('complaint_id', '=', complaintId)
    .orderBy('place')
    .execute();

/** The voice that a complaint was made of; `undefined` for every other. */
export const voiceOfComplaint = async (database: Kysely<Schema>, { regionId, complaintId }: ComplaintIds) =>
  await database
    .selectFrom('complaint_voice as made')
    .innerJoin('public_voice as voice', (join) =>
      join
        .onRef('voice.region_id', '=', 'made.voice_region_id')
        .onRef('voice.voice_id', '=', 'made.voice_id'),
    )
    .select(['voice.kind', 'voice.receipt_number', 'voice.page', 'made.complaint_id', 'made.sealed_reason'])
    .where('made.region_id', '=', regionId)
    .where('made.complaint_id', '=', complaintId)
    .executeTakeFirst();

/** The complaint that was made of a voice, with who handles it. */
export const complaintOfVoice = async (
  database: Kysely<Schema>,
  { regionId, voiceId }: { readonly regionId: string; readonly voiceId: string },
) =>
  await database
    .selectFrom('complaint_voice as made')
    .innerJoin('complaint', (join) =>
      join
        .onRef('complaint.region_id', '=', 'made.region_id')
        .onRef('complaint.complaint_id', '=', 'made.complaint_id'),
    )
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'complaint.region_id')
        .onRef('organ.organ_id', '=', 'complaint.organ_id'),
    )
    .select(['complaint.receipt_number', 'organ.name as organ_name'])
    .where('made.voice_region_id', '=', regionId)
    .where('made.voice_id', '=', voiceId)
    .executeTakeFirst();

/** What still lies in the box, by what its receipt has. */
export const findBoxedByCode = async (
  database: Kysely<Schema>,
  { codeHash, number }: { readonly codeHash: string; readonly number: string },
) =>
  await database
    .selectFrom('complaint_box')
    .selectAll()
    .where('query_code_hash', '=', codeHash)
    .where('receipt_number', '=', number)
    .executeTakeFirst();

/** What was done in a complaint, as it was done. */
export const complaintEvents = async (database: Kysely<Schema>, { regionId, complaintId }: ComplaintIds) =>
  await database
    .selectFrom('complaint_event')
    .innerJoin('account', 'account.account_id', 'complaint_event.recorded_by')
    .selectAll('complaint_event')
    .select('account.display_name')
    .where('complaint_event.region_id', '=', regionId)
    .where('complaint_event.complaint_id', '=', complaintId)
    .orderBy('complaint_event.sequence')
    .execute();

export type ComplaintEventRow = Awaited<ReturnType<typeof complaintEvents>>[number];

export interface ComplaintListing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** open: something is still to be done. */
  readonly state?: 'open' | 'over' | undefined;
  /** 编号. */
  readonly number?: string | undefined;
}

const OPEN: readonly ComplaintStatus[] = ['received', 'accepted', 'found', 'told'];
/** In which the complainant is still owed something. */
const OWED: readonly ComplaintStatus[] = ['received', 'accepted', 'found'];

const position = z.tuple([z.iso.date(), z.uuid()]);

/** A page of the register, the last day first; within a day they stand in no order of theirs. */
export async function listComplaints(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit, state, number = '' }: ComplaintListing,
): Promise<readonly ComplaintRow[]> {
  const after = decodeCursor(cursor, position);
  let query = complaints(database).where(reachedOrgan(actor, permission));
  if (state !== undefined)
    query = query.where('complaint.status', state === 'open' ? 'in' : 'not in', [...OPEN]);
  if (number !== '') query = query.where('complaint.receipt_number', '=', number);
  if (after !== null)
    query = query.where(
      sql<boolean>`(complaint.received_on, complaint.complaint_id) < (${after[0]}::date, ${after[1]}::uuid)`,
    );
  return await query
    .orderBy('complaint.received_on', 'desc')
    .orderBy('complaint.complaint_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** What is still owed to complainants within the right's reach, as the clocks see it. */
export const owedComplaints = async (database: Kysely<Schema>, actor: Actor) =>
  await database
    .selectFrom('complaint')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'complaint.region_id')
        .onRef('organ.organ_id', '=', 'complaint.organ_id'),
    )
    .select(['organ.path', 'complaint.status', 'complaint.received_on', 'complaint.is_extended'])
    .where(reachedOrgan(actor, 'complaint.handle'))
    .where('complaint.status', 'in', [...OWED])
    .execute();

/** So many units are named at once. */
export const MOST_UNITS = 50;

/** The units of today that an organ supervises, with one more than are named at once. */
export const supervisedUnits = async (
  database: Kysely<Schema>,
  { path, jurisdiction }: { readonly path: string; readonly jurisdiction: string },
  name: string,
) =>
  await database
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId', 'name', 'kind'])
    .where(sql<boolean>`organ.path like ${`${jurisdiction}%`}`)
    .where('organ.path', 'not in', [path, jurisdiction])
    .where(sql<boolean>`(organ.valid_to is null or organ.valid_to > civil_today())`)
    .$if(name !== '', (query) => query.where(sql<boolean>`strpos(organ.name, ${name}) > 0`))
    .orderBy('organ.path')
    .limit(MOST_UNITS + 1)
    .execute();

/** An organ of today as routing knows it. */
export type FoundRouted = RoutedOrgan & OrganIds & { readonly name: string };

/** A unit of today with the organs above it and the offices right under each of them. */
export async function organsAround(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
): Promise<{ readonly unit: FoundRouted; readonly around: readonly FoundRouted[] } | undefined> {
  const today = database
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId', 'name', 'kind', 'path'])
    .where(sql<boolean>`(organ.valid_to is null or organ.valid_to > civil_today())`);
  const unit = await today
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  if (unit === undefined) return undefined;
  const above = pathsUpwards(unit.path);
  const around = await today
    .where((eb) =>
      eb.or([
        eb('organ.path', 'in', above),
        eb.and([
          eb('organ.kind', '=', 'governmentOrgan'),
          sql<boolean>`exists (select from organ government where government.region_id = organ.region_id
            and government.organ_id = organ.parent_id and government.path = any(${above}))`,
        ]),
      ]),
    )
    .orderBy('organ.path')
    .execute();
  return { unit, around: around.filter(({ path }) => path !== unit.path) };
}
