import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey } from '../src/adapters/signing/signing-key.ts';
import type { ApiDependencies } from '../src/http/api/api.ts';
import type { Services } from '../src/services.ts';
import type { UseCaseContext } from '../src/use-cases/context.ts';

/** Services of their own for a test: files in a scratch folder, keys that nobody else has. */
export function testServices(): Services {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-services-'));
  return { signingKey: newSigningKey(), checkpointFolder: join(folder, 'checkpoints') };
}

export const testApi = (context: UseCaseContext): ApiDependencies => ({
  base: { ...context, services: testServices() },
  secure: false,
  version: '0.1.0',
});
