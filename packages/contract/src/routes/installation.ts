import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { role } from '../fields.ts';

export const installation = z
  .object({
    version: z.string(),
    /** Nothing is set up yet: the first administrator is still to come. */
    needsSetUp: z.boolean(),
    /** The operator told by which address the public reaches the site: without it nothing can be pointed at. */
    hasPublicAddress: z.boolean(),
    /** How to look around in the demonstration; `null` as soon as there is anything real. */
    demonstration: z
      .object({
        password: z.string(),
        /** Secret of the one-time codes (base32), and the code that holds now. */
        secondFactor: z.object({ secret: z.string(), code: z.string() }),
        accounts: z.array(
          z.object({
            loginName: z.string(),
            displayName: z.string(),
            posts: z.array(z.object({ organ: z.string(), roles: z.array(role) })),
            needsSecondFactor: z.boolean(),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'Installation' });

export const installationRoutes = {
  read: defineRoute({
    id: 'installation.read',
    method: 'GET',
    path: '/api/installation',
    summary: '本安装的情况：登录页据此显示',
    permission: 'anyone',
    response: installation,
  }),
};
