import type { LinkProbe } from '@zhaoshi/domain/disclosure/scan/link-hits';
import type { Files } from './adapters/files/open-files.ts';
import type { MessageSenders } from './adapters/message/sender.ts';
import type { SingleSignOn } from './adapters/oidc/single-sign-on.ts';
import type { SecretBox } from './adapters/secret-box/secret-box.ts';
import type { SigningKey } from './adapters/signing/signing-key.ts';

/**
 * What the use cases reach outside the database, put together once in serve.ts. An area adds its own by a line
 * here and one in serve.ts and test/api-world.ts.
 */
export interface Services {
  /** Takes files in, keeps and gives them out. */
  readonly files: Files;
  /** Signs the audit trail's checkpoints. */
  readonly signingKey: SigningKey;
  /** Folder of exported checkpoints. */
  readonly checkpointFolder: string;
  /** Folder of the list of what was erased, outside every backup. */
  readonly erasureFolder: string;
  /** Seals personal data and secrets before they are stored. */
  readonly secretBox: SecretBox;
  /** Sign-in by another service; `null`: none is set up. */
  readonly singleSignOn: SingleSignOn | null;
  /** The ways out for mail, SMS, WeChat and webhooks. */
  readonly messageSenders: MessageSenders;
  /** Asks links of public documents whether they answer; `null`: nobody asks. */
  readonly linkProbe: LinkProbe | null;
  /** Scheme and host by which the public reaches the site; empty when the operator did not tell. */
  readonly publicOrigin: string;
}
