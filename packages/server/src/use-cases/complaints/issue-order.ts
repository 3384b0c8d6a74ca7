import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { OrderKind } from '@zhaoshi/domain/oversight/remediation';
import type { Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

/** 整改通知 or 通报: what was found, what a unit is to put right, until when, because of what. */
export interface NewOrder {
  readonly unit: OrganIds;
  readonly issuer: OrganIds;
  readonly source: { readonly complaintId: string } | { readonly inspectionId: string };
  readonly kind: OrderKind;
  /** Empty: none. */
  readonly documentNumber: string;
  /** Empty: the demand says it. */
  readonly facts: string;
  readonly demand: string;
  readonly issuedOn: CivilDate;
  readonly dueOn: CivilDate;
}

/** Gives a unit an order or a circular; the unit sees the demand and nothing of what it rests on. @returns its id */
export async function issueOrder(
  transaction: Transaction<Schema>,
  { unit, issuer, source, kind, documentNumber, facts, demand, issuedOn, dueOn }: NewOrder,
  newId: () => string,
): Promise<string> {
  const orderId = newId();
  await transaction
    .insertInto('remediation_order')
    .values({
      region_id: unit.regionId,
      order_id: orderId,
      organ_id: unit.organId,
      issuer_region_id: issuer.regionId,
      issuer_id: issuer.organId,
      complaint_id: 'complaintId' in source ? source.complaintId : null,
      inspection_id: 'inspectionId' in source ? source.inspectionId : null,
      kind,
      document_number: documentNumber,
      facts,
      demand,
      issued_on: issuedOn,
      ordered_due_on: dueOn,
      due_on: dueOn,
      status: 'issued',
    })
    .execute();
  return orderId;
}
