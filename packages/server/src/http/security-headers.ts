/** Headers of every answer: one constant object, because building it anew halves the throughput. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Of the few pages with a script of this site's own, which asks this site for suggestions. */
export const POLICY_WITH_SCRIPT = `${SECURITY_HEADERS['content-security-policy']}; script-src 'self'; connect-src 'self'`;
