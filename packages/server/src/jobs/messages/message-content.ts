import { z } from 'zod';
import { isTemplate } from './templates.ts';

/** Seals personal data with the installation's key. */
export interface SecretBox {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
}

const content = z.strictObject({
  address: z.string(),
  template: z.string().refine(isTemplate),
  values: z.unknown(),
});

export type MessageContent = z.infer<typeof content>;

export const sealContent = (box: SecretBox, plain: MessageContent): string => box.seal(JSON.stringify(plain));

/** @throws when the content was not sealed with this key, or by a version with other templates */
export const openContent = (box: SecretBox, sealed: string): MessageContent =>
  content.parse(JSON.parse(box.open(sealed)));
