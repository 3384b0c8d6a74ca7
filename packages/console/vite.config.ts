import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the server serves the console; links and the router start from it. */
const BASE = '/console/';

export default defineConfig({
  base: BASE,
  plugins: [react()],
  // The server puts a fresh nonce in its place in every answer (packages/server/src/http/routes/console.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
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
