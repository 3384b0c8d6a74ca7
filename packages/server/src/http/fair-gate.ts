/** Lets a few pieces of work run at once and shares the places among those who ask. */
export interface FairGate {
  /** @returns what the work gives; `null` when there is no room, neither to run nor to wait */
  readonly run: <T>(asker: string, work: () => Promise<T>) => Promise<T | null>;
}

interface Limits {
  readonly atOnce: number;
  /** Of the running, at most so many for one asker: nobody takes all places. */
  readonly perAsker: number;
  readonly waiting: number;
  /** Of the waiting, at most so many for one asker. */
  readonly waitingPerAsker: number;
}

interface Waiter {
  readonly asker: string;
  readonly begin: () => void;
}

export function createFairGate({ atOnce, perAsker, waiting, waitingPerAsker }: Limits): FairGate {
  const running = new Map<string, number>();
  const queue: Waiter[] = [];
  const runningOf = (asker: string): number => running.get(asker) ?? 0;
  const total = (): number => [...running.values()].reduce((sum, count) => sum + count, 0);
  const mayRun = (asker: string): boolean => total() < atOnce && runningOf(asker) < perAsker;

  function leave(asker: string): void {
    const left = runningOf(asker) - 1;
    if (left === 0) running.delete(asker);
    else running.set(asker, left);
    // The oldest of those who have not their share already.
    const index = queue.findIndex((waiter) => mayRun(waiter.asker));
    const [next] = index === -1 ? [] : queue.splice(index, 1);
    next?.begin();
  }

  async function enter(asker: string): Promise<boolean> {
    if (!mayRun(asker)) {
      const own = queue.filter((waiter) => waiter.asker === asker).length;
      if (queue.length >= waiting || own >= waitingPerAsker) return false;
      await new Promise<void>((begin) => {
        queue.push({
          asker,
          begin: () => {
            running.set(asker, runningOf(asker) + 1);
            begin();
          },
        });
      });
      return true;
    }
    running.set(asker, runningOf(asker) + 1);
    return true;
  }

  return {
    run: async (asker, work) => {
      if (!(await enter(asker))) return null;
      try {
        return await work();
      } finally {
        leave(asker);
      }
    },
  };
}
