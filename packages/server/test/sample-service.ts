import { randomUUID } from 'node:crypto';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import type { SingleSignOn } from '../src/adapters/oidc/single-sign-on.ts';

/** A sign-in service that people are sent to and never come back from. */
export const SAMPLE_SERVICE: SingleSignOn = {
  title: '统一身份认证',
  issuer: 'https://id.example',
  start: () =>
    Promise.resolve(
      ok({
        address: `https://id.example/authorize?state=${randomUUID()}`,
        flow: { state: randomUUID(), nonce: randomUUID(), verifier: 'the-verifier-of-the-flow' },
      }),
    ),
  finish: () => Promise.resolve(err('unavailable')),
};
