import type { Route } from './define-route.ts';
import { auditRoutes } from './routes/audit.ts';
import { fileRoutes } from './routes/files.ts';
import { organRoutes } from './routes/organs.ts';
import { sessionRoutes } from './routes/session.ts';

/** Every route of the interface, by area; the server answers exactly these. */
export const ROUTES = {
  audit: auditRoutes,
  session: sessionRoutes,
  files: fileRoutes,
  organs: organRoutes,
} satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
