import type { MessageSender } from './sender.ts';

/** An article for an account of new media (政务新媒体). Everything of it is public. */
export interface MediaArticle {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly html: string;
  /** Address of the page; every post leads to the record of the platform. */
  readonly source: string;
  readonly checkCode: string;
}

/** What a platform is asked for. The id stays the same when a try is repeated. */
export interface MediaRequest {
  readonly requestId: string;
  /** Where the platform's connection is. */
  readonly address: string;
}

/**
 * A way to accounts of new media. Another platform is another implementation of this; both calls resolve when the other
 * side has taken the request over and throw a `DeliveryError` that says why it has not.
 */
export interface MediaPublisher {
  /** @returns `captured` where no way out is set up: nothing was sent */
  readonly publish: (
    request: MediaRequest,
    article: MediaArticle,
    signal: AbortSignal,
  ) => Promise<'sent' | 'captured'>;
  readonly takeDown: (
    request: MediaRequest,
    source: string,
    signal: AbortSignal,
  ) => Promise<'sent' | 'captured'>;
}

/** By webhook, signed and numbered like every other message that goes out (docs/messages.md). */
export function webhookMediaPublisher(sender: MessageSender): MediaPublisher {
  const send = (
    { requestId, address }: MediaRequest,
    template: string,
    subject: string,
    content: object,
    signal: AbortSignal,
  ) => {
    const text = JSON.stringify(content);
    return sender.send(
      { messageId: requestId, channel: 'webhook', address, template, subject, text, html: '' },
      signal,
    );
  };
  return {
    publish: (request, article, signal) => send(request, 'media.publish', article.title, article, signal),
    takeDown: (request, source, signal) => send(request, 'media.takeDown', '请撤下', { source }, signal),
  };
}
