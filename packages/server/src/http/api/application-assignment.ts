import type { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { applicationOfficers } from '../../db/queries/application-officers.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { assignCases } from '../../use-cases/applications/assign-cases.ts';
import type { Handlers } from './handler.ts';

export const applicationAssignmentHandlers: Handlers<typeof applicationAssignmentRoutes> = {
  officers: async ({ database, reaches }, { params }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const officers = await applicationOfficers(database, params);
    return ok({ officers: officers.map((one) => ({ ...one, roles: [...one.roles] })) });
  },
  assignMany: async (context, { params, body }) => {
    const result = await assignCases(context, { ...params, ...body });
    return result.ok ? ok({ ...result.value, refused: [...result.value.refused] }) : result;
  },
};
