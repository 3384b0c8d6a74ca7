import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { DeliveryError, type DeliveryFault, type MessageSender } from '../message/sender.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `plain` has to be set explicitly: without it nothing is ever sent unencrypted. */
  readonly security: 'starttls' | 'tls' | 'plain';
  /** PEM of an authority of the house's own; `null`: those of the world. */
  readonly ca: string | null;
  readonly signIn: { readonly user: string; readonly password: string } | null;
  readonly from: string;
}

const TIMEOUT_MS = 20_000;

const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** One address and nothing besides: no list, no display name, no line that could become a header. */
const address = z.email();

const FAULTS: Readonly<Record<string, DeliveryFault>> = {
  ETIMEDOUT: 'gateway-timeout',
  EAUTH: 'gateway-sign-in',
  ENOAUTH: 'gateway-sign-in',
  // A server that was asked for STARTTLS and does not do it.
  ETLS: 'gateway-unencrypted',
  EENVELOPE: 'gateway-refused',
  EMESSAGE: 'gateway-refused',
};

const field = (error: Error, name: string): string => {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function faultOf(error: unknown): DeliveryFault {
  if (!(error instanceof Error)) return 'gateway-unreachable';
  const code = field(error, 'code');
  // nodemailer puts its own code over that of the TLS library.
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(field(error, 'originalCode')))
    return 'gateway-untrusted';
  // RFC 5321 4.2.1: a reply of 4xx may be tried again, one of 5xx may not.
  if (/^4\d\d$/.test(field(error, 'responseCode')) && code !== 'EAUTH') return 'gateway-busy';
  return FAULTS[code] ?? 'gateway-unreachable';
}

/** The way to a mail server, whose certificate is always checked. */
export function smtpTransport({ host, port, security, ca, signIn }: SmtpSettings) {
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca !== null && { ca: [ca] }) },
    ...(signIn !== null && { auth: { user: signIn.user, pass: signIn.password } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A template can neither read a file nor fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Sends mail by SMTP; text and HTML come escaped from the template. */
export function smtpSender(settings: SmtpSettings): MessageSender {
  const transport = smtpTransport(settings);
  const { from } = settings;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send({ messageId, address: to, subject, text, html }) {
      if (!address.safeParse(to).success || CONTROL.test(subject)) throw new DeliveryError('address-refused');
      try {
        await transport.sendMail({
          from: { name: '', address: from },
          to: { name: '', address: to },
          // RFC 5322 3.6.4: the same for every try, so a mailbox shows a second copy once.
          messageId: `<${messageId}@${domain}>`,
          subject,
          text,
          html,
          // RFC 3834: no out-of-office answers to a program.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw new DeliveryError(faultOf(error));
      }
      return 'sent';
    },
  };
}
