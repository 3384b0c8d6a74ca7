import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err } from '@zhaoshi/domain/kernel/result';
import { localStorage } from '../src/adapters/files/local-storage.ts';
import { createSenders } from '../src/adapters/message/senders.ts';
import type { SingleSignOn } from '../src/adapters/oidc/single-sign-on.ts';
import { createSecretBox, KEY_BYTES } from '../src/adapters/secret-box/secret-box.ts';
import { newSigningKey } from '../src/adapters/signing/signing-key.ts';
import type { ApiDependencies } from '../src/http/api/api.ts';
import type { Services } from '../src/services.ts';
import type { UseCaseContext } from '../src/use-cases/context.ts';

/** A service that never answers. */
const NO_SERVICE: SingleSignOn = {
  title: '统一身份认证',
  issuer: 'https://id.example',
  start: () => Promise.resolve(err('unavailable')),
  finish: () => Promise.resolve(err('unavailable')),
};

/** Services of their own for a test: files in a scratch folder, keys that nobody else has. */
export function testServices(): Services {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-services-'));
  return {
    files: {
      storage: localStorage(join(folder, 'files')),
      spoolFolder: join(folder, 'files', 'incoming'),
      uploadBytes: 1024 * 1024,
      unattachedDays: 7,
      dailyBytes: 100 * 1024 * 1024,
      portalDailyBytes: 1000 * 1024 * 1024,
      networkDailyBytes: 500 * 1024 * 1024,
      hasRoom: () => Promise.resolve(true),
      scan: null,
      warn: () => {},
    },
    signingKey: newSigningKey(),
    checkpointFolder: join(folder, 'checkpoints'),
    erasureFolder: join(folder, 'erasures'),
    secretBox: createSecretBox(randomBytes(KEY_BYTES)),
    singleSignOn: NO_SERVICE,
    messageSenders: createSenders({ smtp: null, webhook: null }),
    linkProbe: null,
    publicOrigin: 'https://www.example.gov.cn',
  };
}

export const testApi = (context: UseCaseContext, services: Partial<Services> = {}): ApiDependencies => ({
  base: { ...context, services: { ...testServices(), ...services } },
  secure: false,
  version: '0.1.0',
  attempts: { perAddress: 100_000, perAccount: 100_000 },
});
