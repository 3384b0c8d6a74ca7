import type { applicationIntakeRoutes } from '@zhaoshi/contract/routes/application-intake';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { earlierApplicants } from '../../db/queries/earlier-applicants.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { hashOfGiven } from '../../use-cases/applications/applicants.ts';
import { previewReceipt } from '../../use-cases/applications/preview-receipt.ts';
import type { Handlers } from './handler.ts';
import { presentDate } from './present-application.ts';

// The contract has checked that these texts are days.
const dayOf = (text: string | null): CivilDate | null => text as CivilDate | null;

export const applicationIntakeHandlers: Handlers<typeof applicationIntakeRoutes> = {
  previewReceipt: async ({ database, reaches, now }, { params, body }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const facts = {
      ...body,
      sentOn: dayOf(body.sentOn),
      arrivedOn: dayOf(body.arrivedOn),
      confirmedOn: dayOf(body.confirmedOn),
    };
    const { receipt, due, limits, faults } = await previewReceipt(database, organ.path, facts, now());
    const { date, rule, article, evidence, awaitsConfirmation } = receipt;
    return ok({
      rule,
      article,
      evidence: [...evidence],
      awaitsConfirmation,
      receiptDate: date,
      due: presentDate(due),
      confirmBy: limits?.confirmBy?.date ?? null,
      enterBy: limits?.enterBy?.date ?? null,
      faults: faults.map(({ field, message }) => ({ field, message })),
    });
  },
  findApplicant: async ({ database, reaches, services }, { params, body }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const hashes = {
      identity: hashOfGiven(services.secretBox, body.identityNumber),
      name: hashOfGiven(services.secretBox, body.name),
      phone: hashOfGiven(services.secretBox, body.phone),
    };
    const found = await earlierApplicants(database, params, hashes);
    return ok({
      matches: found.map((row) => ({
        name: row.masked_name,
        by: row.identity_hash !== null && row.identity_hash === hashes.identity ? 'identity' : 'phone',
        cases: row.cases,
        open: row.open,
        last: {
          applicationId: row.application_id,
          registrationNumber: row.registration_number,
          summary: row.summary,
          status: row.status,
          receiptDate: row.receipt_date,
        },
      })),
    });
  },
};
