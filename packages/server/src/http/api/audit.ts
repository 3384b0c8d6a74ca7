import { civilDate } from '@zhaoshi/contract/fields';
import type { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { AUDIT_EVENTS, type AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import { z } from 'zod';
import { decodeCursor, pageOf } from '../../db/page.ts';
import { type AuditEntryRow, listAuditEntries } from '../../db/queries/audit-entries.ts';
import { findCheckpoint, listCheckpoints } from '../../db/queries/checkpoints.ts';
import { namesFor, namesOfOrgansIn } from '../../db/queries/organs-in-details.ts';
import { type TrailVerdict, verifyTrail } from '../../use-cases/audit/verify-trail.ts';
import type { Handlers } from './handler.ts';

const isEvent = (action: string): action is AuditEvent => Object.hasOwn(AUDIT_EVENTS, action);

/** Entries of older versions may name events that are gone from the table. */
const titleOf = (action: string): string => (isEvent(action) ? AUDIT_EVENTS[action] : action);

const isSystem = (actor: string): boolean => actor.startsWith('system:');

const detailsOf = ({ details }: AuditEntryRow) => JSON.parse(details) as Record<string, unknown>;

const present = (row: AuditEntryRow, names: ReadonlyMap<string, string>) => ({
  sequence: row.sequence,
  recordedAt: row.recorded_at.toISOString(),
  actor: {
    accountId: isSystem(row.actor) || row.actor === 'anonymous' ? null : row.actor,
    name: row.display_name ?? (isSystem(row.actor) ? '系统' : '未登录者'),
  },
  action: row.action,
  title: titleOf(row.action),
  subject: row.subject,
  organ: row.organ_name,
  details: detailsOf(row),
  organNames: namesFor(detailsOf(row), names),
  sha256: row.sha256,
  sm3: row.sm3,
});

function presentVerdict({ chain, checkpoints, checkpointFaults }: TrailVerdict, publicKey: string) {
  return {
    intact: chain.intact && checkpointFaults.length === 0,
    entries: chain.intact ? chain.entries : chain.entriesBefore,
    fault: chain.intact
      ? null
      : {
          kind: chain.fault.kind,
          sequence: chain.fault.sequence,
          title: chain.fault.row === null ? null : titleOf(chain.fault.row.action),
          subject: chain.fault.row?.subject ?? null,
        },
    checkpoints,
    checkpointFaults: checkpointFaults.map((fault) => ({ ...fault })),
    head: chain.intact ? { ...chain.head } : null,
    publicKey,
  };
}

export const auditHandlers: Handlers<typeof auditRoutes> = {
  list: async ({ database, caller }, { query }) => {
    const rows = await listAuditEntries(database, caller.actor, query);
    const names = await namesOfOrgansIn(database, rows.map(detailsOf));
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.sequence],
        (row) => present(row, names),
      ),
    );
  },
  verify: async ({ database, services }) => {
    const { publicKey } = services.signingKey;
    return ok(presentVerdict(await verifyTrail(database, publicKey, services.checkpointFolder), publicKey));
  },
  checkpoints: async ({ database }, { query }) => {
    const before = decodeCursor(query.cursor, z.tuple([civilDate]))?.[0];
    const rows = await listCheckpoints(database, { before, limit: query.limit + 1 });
    return ok(
      pageOf(
        rows,
        query.limit,
        ({ day }) => [day],
        (row) => ({ ...row }),
      ),
    );
  },
  checkpoint: async ({ database }, { params }) => {
    const found = await findCheckpoint(database, params.day);
    return found === undefined ? err({ code: 'not-found' }) : ok({ ...found });
  },
};
