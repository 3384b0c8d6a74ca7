import type { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import { jurisdictionOf } from '../../db/queries/caller.ts';
import {
  complaintPhotos,
  findComplaint,
  listComplaints,
  MOST_UNITS,
  supervisedUnits,
} from '../../db/queries/complaints.ts';
import { findFile } from '../../db/queries/files.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { actOnComplaint, type ComplaintAct } from '../../use-cases/complaints/act-on-complaint.ts';
import { enterComplaint } from '../../use-cases/complaints/enter-complaint.ts';
import { sendFile } from './file-bytes.ts';
import { type Handlers, presentStale } from './handler.ts';
import { presentComplaintRows, shownComplaintOf } from './present-complaint.ts';

export const complaintHandlers: Handlers<typeof complaintRoutes> = {
  list: async (context, { query }) => {
    const { database, caller, permission } = context;
    const listed = await listComplaints(database, caller.actor, permission, query);
    const rows = await presentComplaintRows(context, listed);
    return ok(
      pageOf(
        rows,
        query.limit,
        ({ receivedOn, complaintId }) => [receivedOn, complaintId],
        (row) => row,
      ),
    );
  },
  read: async (context, { params }) => {
    const found = await shownComplaintOf(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  photo: async (context, { params: { place, ...ids } }) => {
    const { database, reaches } = context;
    const row = await findComplaint(database, ids);
    if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
    const photo = (await complaintPhotos(database, ids)).find((one) => one.place === place);
    const key = photo && { regionId: ids.regionId, fileId: photo.file_id };
    const file = key && (await findFile(database, key));
    return file === undefined ? err({ code: 'not-found' }) : await sendFile(context, file);
  },
  units: async ({ database, reaches }, { params, query }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const within = { path: organ.path, jurisdiction: jurisdictionOf(organ.kind, organ.path) };
    const found = await supervisedUnits(database, within, query.name);
    const units = found
      .slice(0, MOST_UNITS)
      .map(({ kind, ...unit }) => ({ ...unit, isVillage: kind === 'village' }));
    return ok({ units, hasMore: found.length > MOST_UNITS });
  },
  enter: (context, { params, body: { kind, channel, unit, text, complainant, applicationNumber, nonce } }) =>
    enterComplaint(context, params, {
      unit,
      channel,
      content: { kind, text, complainant, applicationNumber: applicationNumber ?? '' },
      nonce,
    }),
  act: async (context, { params, body }) => {
    const act: ComplaintAct =
      // The contract has checked that the text is a day.
      body.type === 'order' || body.type === 'circular' ? { ...body, dueOn: body.dueOn as CivilDate } : body;
    const done = await actOnComplaint(context, params, act);
    const now = await shownComplaintOf(context, params);
    if (now === undefined) return err({ code: 'not-found' });
    return done.ok ? ok(now) : presentStale(done, () => now);
  },
};
