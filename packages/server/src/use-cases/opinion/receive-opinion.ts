import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import { pushedOpinion } from '@zhaoshi/contract/routes/opinion-fields';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { timeFaults } from '@zhaoshi/domain/opinion/steps';
import type { z } from 'zod';
import { findSource } from '../../db/queries/opinions.ts';
import { createRunChange } from '../../db/run-change.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../context.ts';
import { insertOpinion } from './enter-opinion.ts';
import { secretPurpose } from './opinion-sources.ts';

type ReceiveContext = UseCaseContext & { readonly services: Pick<Services, 'secretBox'> };

/** A message is as old as this at most, by its own clock; an older one may have been listened to and sent again. */
const FRESH_MS = 5 * MINUTE_MS;

interface PushedMessage {
  /** `null`: the address named none. */
  readonly sourceId: string | null;
  readonly signature: string;
  readonly body: Buffer;
}

/** What a system signs and with what; the same refusal whether it is unknown or the signature is wrong. */
const NOT_SIGNED: Rejection = {
  code: 'forbidden',
  detail: '没有这个监测来源，或者签名不对，没有接收。',
  advice: '请核对地址里的来源编号和密钥；签名是对整个请求正文的 HMAC-SHA256，写成 sha256=十六进制。',
};

function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The words of the first fault of each field. */
function invalid(error: z.ZodError): Rejection {
  const errors = error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, message }));
  return { code: 'invalid', detail: '推送的内容有误，没有接收。', errors };
}

function parse(body: Buffer): Result<z.infer<typeof pushedOpinion>, Rejection> {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return err({ code: 'malformed', detail: '请求正文不是 JSON，没有接收。' });
  }
  const parsed = pushedOpinion.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(invalid(parsed.error));
}

/**
 * Takes in what a system for monitoring sends. The signature is over the bytes of the body; a message is fresh by the
 * moment in it, and its id is taken once, so a message that was listened to brings nothing when it is sent again.
 *
 * @param signature `sha256=<hex>` of the HMAC over the body with the secret of the system
 * @returns whether it was new
 */
export async function receiveOpinion(
  context: ReceiveContext,
  { sourceId, signature, body }: PushedMessage,
): Promise<Result<{ readonly isNew: boolean }, Rejection>> {
  const { database, services, now, newId } = context;
  const source = sourceId === null ? undefined : await findSource(database, sourceId);
  if (source === undefined || sourceId === null) return err(NOT_SIGNED);
  const secret = services.secretBox.open(source.sealed_secret, secretPurpose(sourceId));
  if (!isSigned(body, signature, secret)) return err(NOT_SIGNED);
  const parsed = parse(body);
  if (!parsed.ok) return parsed;
  const { id, sentAt, foundAt, occurredAt, ...rest } = parsed.value;
  const at = now();
  if (Math.abs(at.getTime() - Date.parse(sentAt)) > FRESH_MS) {
    const message = '与服务器时间相差超过 5 分钟；请校准时钟，重发时写明新的发送时间';
    return err(invalidAt('/sentAt', message));
  }
  const given = {
    ...rest,
    foundAt: new Date(foundAt),
    occurredAt: occurredAt === null ? null : new Date(occurredAt),
  };
  const [fault] = timeFaults(given, at);
  if (fault !== undefined) return err(invalidAt(`/${fault.field}`, fault.words));
  const run = createRunChange(context, {
    actor: `system:opinionSource/${sourceId}`,
    event: 'opinion.receive',
    actingFor: null,
    sessionId: null,
    call: null,
  });
  return await run(async (transaction) => {
    const opinionId = newId();
    const ids = { regionId: source.region_id, organId: source.organ_id, opinionId };
    const sent = { sourceId, externalId: id };
    const arrival = { origin: 'webhook', source: sent, ownerId: null, by: null, at } as const;
    const isNew = await insertOpinion(transaction, ids, given, arrival);
    await transaction
      .updateTable('opinion_source')
      .set({ received_at: at })
      .where('region_id', '=', source.region_id)
      .where('source_id', '=', sourceId)
      .execute();
    return ok({
      value: { isNew },
      subject: isNew ? `opinion/${opinionId}` : `opinionSource/${sourceId}`,
      organPath: source.path,
      details: { isNew },
    });
  });
}

const invalidAt = (pointer: string, message: string): Rejection => ({
  code: 'invalid',
  detail: `${message}。没有接收。`.replace('。。', '。'),
  errors: [{ pointer, message }],
});
