import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, listSuccessions, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { raiseOrganVersion } from './add-succession.ts';

/** Takes back a succession that was entered by mistake. */
export async function removeSuccession(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, organId, successionId }: OrganIds & { readonly successionId: string },
): Promise<Result<{ readonly raised: OrganIds & { readonly version: number } }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!(await raiseOrganVersion(transaction, organ, expectedVersion))) {
      return err({ code: 'stale', current: organ });
    }
    const successions = await listSuccessions(transaction, { regionId, organId });
    const removed = successions.find(({ succession_id }) => succession_id === successionId);
    if (removed === undefined) return err({ code: 'not-found' });
    if (organ.valid_to !== null && organ.closing_statement === null && successions.length === 1) {
      return err({
        code: 'state-refuses',
        detail: '该机关已撤销，且没有写明说明：至少要有一个承接机关。请先登记另一个。',
      });
    }
    await transaction
      .deleteFrom('organ_successor')
      .where('region_id', '=', regionId)
      .where('succession_id', '=', successionId)
      .execute();
    await announcePublication(transaction);
    return ok({
      value: { raised: { regionId, organId, version: organ.version + 1 } },
      subject: `organ/${organId}`,
      organPath: organ.path,
      details: {
        before: {
          successor: removed.successor_organ_id,
          validFrom: removed.valid_from,
          matters: removed.matters,
          documentNumber: removed.document_number,
        },
      },
    });
  });
}
