import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the server serves the console; links and the router start from it. */
const BASE = '/console/';

const WITHOUT = `  if (csp?.nonce) {
    styleNode.nonce = csp?.nonce;
  }`;
const WITH = `  styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property="csp-nonce"]')?.nonce ?? '';`;

/**
 * Two places of Ant Design's base (the scroll lock behind a dialog, the measuring of a scroll bar) write a style
 * element without the nonce that `ConfigProvider` was given, which the page's policy then refuses.
 */
const nonceForEveryStyle: Plugin = {
  name: 'nonce-for-every-style',
  apply: 'build',
  transform(code, id) {
    if (!id.endsWith('@rc-component/util/es/Dom/dynamicCSS.js')) return null;
    if (!code.includes(WITHOUT))
      throw new Error(`${id} has changed: see nonceForEveryStyle in vite.config.ts`);
    return { code: code.replace(WITHOUT, WITH), map: null };
  },
};

export default defineConfig({
  base: BASE,
  plugins: [react(), nonceForEveryStyle],
  // The server puts a fresh nonce in its place in every answer (packages/server/src/http/routes/console.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    // Offices still work on Windows 7, whose last Chromium is 109, and on domestic browsers built on 108.
    target: ['chrome108', 'firefox115', 'safari16.4'],
    // Read by the size check: which chunks the first screens load.
    manifest: true,
    // The page's policy lets no data: address through.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
  },
  // In development the API is that of a server started beside it.
  server: { proxy: { '/api': process.env['ZHAOSHI_API'] ?? 'http://127.0.0.1:8080' } },
});
