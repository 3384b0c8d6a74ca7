import type { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { ok } from '@zhaoshi/domain/kernel/result';
import { readDemonstrationAccess } from '../../use-cases/demonstration/read-access.ts';
import { hasNoAccount } from '../../use-cases/identity/set-up-installation.ts';
import { VERSION } from '../../version.ts';
import type { Handlers } from './handler.ts';

export const installationHandlers: Handlers<typeof installationRoutes> = {
  read: async ({ database, now, services }) => {
    const access = await readDemonstrationAccess(database, now());
    return ok({
      version: VERSION,
      needsSetUp: await hasNoAccount(database),
      hasPublicAddress: services.publicOrigin !== '',
      demonstration: access && {
        password: access.password,
        secondFactor: { ...access.secondFactor },
        accounts: access.accounts.map(({ loginName, displayName, posts, needsSecondFactor }) => ({
          loginName,
          displayName,
          posts: posts.map(({ organ, roles }) => ({ organ, roles: [...roles] })),
          needsSecondFactor,
        })),
      },
    });
  },
};
