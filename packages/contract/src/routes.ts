import type { Route } from './define-route.ts';
import { auditRoutes } from './routes/audit.ts';
import { deskRoutes } from './routes/desk.ts';
import { fileRoutes } from './routes/files.ts';
import { jobRoutes } from './routes/jobs.ts';
import { messageRoutes } from './routes/messages.ts';
import { organRoutes } from './routes/organs.ts';
import { sessionRoutes } from './routes/session.ts';

/** Every route of the interface, by area; the server answers exactly these. */
export const ROUTES = {
  audit: auditRoutes,
  desk: deskRoutes,
  session: sessionRoutes,
  files: fileRoutes,
  jobs: jobRoutes,
  messages: messageRoutes,
  organs: organRoutes,
} satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
