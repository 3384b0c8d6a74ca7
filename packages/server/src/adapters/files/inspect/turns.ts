let lastInTurn: Promise<unknown> = Promise.resolve();

/** One after another in this process: each holds a whole file in memory. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastInTurn.then(work);
  lastInTurn = turn.catch(() => {});
  return await turn;
}
