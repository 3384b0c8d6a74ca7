/** The nonce that the server put into this page, for the styles that are written at run time. */
export function pageNonce(): string | undefined {
  const element = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return element?.nonce || undefined;
}
