#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say in words what is wrong.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `昭示需要 Node 24 或更高版本，当前是 ${process.versions.node}。请在项目目录用“npx zhaoshi …”运行（npm 已带 Node 24），或升级 Node。`,
  );
  process.exit(2);
}
const { runProcess } = await import('../src/main.ts');
await runProcess();
