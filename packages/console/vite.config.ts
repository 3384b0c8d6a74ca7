import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the server serves the console; links and the router start from it. */
const BASE = '/console/';

interface Mended {
  /** How the module's name ends. */
  readonly file: string;
  readonly without: string;
  readonly with: string;
}

/**
 * Places of Ant Design's base that the page's policy refuses: the scroll lock behind a dialog and the measuring of a
 * scroll bar write a style element without the nonce that `ConfigProvider` was given; the measuring of a text field
 * writes a style attribute, without which the field that measures stands at the end of the page for all to see.
 */
const MENDED: readonly Mended[] = [
  {
    file: '@rc-component/util/es/Dom/dynamicCSS.js',
    without: `  if (csp?.nonce) {
    styleNode.nonce = csp?.nonce;
  }`,
    with: `  styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property="csp-nonce"]')?.nonce ?? '';`,
  },
  {
    file: '@rc-component/input/es/calculateNodeHeight.js',
    without: "hiddenTextarea.setAttribute('style', `${sizingStyle};${HIDDEN_TEXTAREA_STYLE}`);",
    with: 'hiddenTextarea.style.cssText = `${sizingStyle};${HIDDEN_TEXTAREA_STYLE}`;',
  },
];

const stylesUnderPolicy: Plugin = {
  name: 'styles-under-policy',
  apply: 'build',
  transform(code, id) {
    const mended = MENDED.find(({ file }) => id.endsWith(file));
    if (mended === undefined) return null;
    if (!code.includes(mended.without)) throw new Error(`${id} has changed: see MENDED in vite.config.ts`);
    return { code: code.replace(mended.without, () => mended.with), map: null };
  },
};

export default defineConfig({
  base: BASE,
  plugins: [react(), stylesUnderPolicy],
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
