/**
 * How long this process has worked since then, whatever else the machine is doing: what hangs on hostile input is told
 * from what only waits for its turn.
 *
 * @param since of `process.cpuUsage()`
 */
export function millisecondsOfWork(since: ReturnType<typeof process.cpuUsage>): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
