import { z } from 'zod';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { isTemplate } from './templates.ts';

const content = z.strictObject({
  address: z.string(),
  template: z.string().refine(isTemplate),
  values: z.unknown(),
});

export type MessageContent = z.infer<typeof content>;

const purpose = (messageId: string): string => `message/${messageId}`;

/** Opens again for this message only. */
export const sealContent = (box: SecretBox, messageId: string, plain: MessageContent): string =>
  box.seal(JSON.stringify(plain), purpose(messageId));

/** @throws when the content was not sealed with this key, or by a version with other templates */
export const openContent = (box: SecretBox, messageId: string, sealed: string): MessageContent =>
  content.parse(JSON.parse(box.open(sealed, purpose(messageId))));
