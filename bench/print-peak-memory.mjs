// Loaded before a command to be measured: tells its peak memory on standard error when it ends.
process.on('exit', () => {
  process.stderr.write(`\nPEAK_KIB=${process.resourceUsage().maxRSS}\n`);
});
