import { setTimeout as delay } from 'node:timers/promises';
import { type Answers, type Closed, closedLoop, openLoop, type Sender } from './load.ts';
import { startReceiver } from './receiver.ts';

/** What the load process can be asked to do. It holds the receiver too, so that both ends share one clock. */
export async function createTasks() {
  const receiver = await startReceiver();
  return {
    receiverUrl: (): Promise<string> => Promise.resolve(receiver.url),

    accept: (load: Closed): Promise<Answers> => closedLoop(load),

    /** Events until all their side effects are done; `completed` per second counts from the first event sent. */
    async complete(load: Closed): Promise<Answers & { completedSeconds: number }> {
      receiver.arrivedAt.clear();
      const begin = performance.now();
      const answers = await closedLoop(load);
      await receiver.untilArrived(answers.accepted);
      return { ...answers, completedSeconds: (performance.now() - begin) / 1000 };
    },

    /** Events whose calls hang; gives how many do, once all the calls are there or no more come. */
    async hang(load: Closed): Promise<number> {
      const { accepted } = await closedLoop(load);
      const deadline = performance.now() + 10_000;
      while (receiver.hanging() < accepted && performance.now() < deadline) await delay(20);
      return receiver.hanging();
    },

    /** Milliseconds from each POST to its side effect. */
    async latency(load: { sender: Sender; everyMs: number; forMs: number }): Promise<number[]> {
      receiver.arrivedAt.clear();
      const { sender, ...rest } = load;
      const { sentAt, answers } = await openLoop({ ...rest, senders: [sender], firstNo: 1 });
      await receiver.untilArrived(answers.accepted);
      return [...receiver.arrivedAt].map(([no, at]) => at - sentAt.get(no)!);
    },

    /** A steady trickle of several users, with or without a flood of another one beside it. */
    async trickle(load: {
      senders: Sender[];
      everyMs: number;
      forMs: number;
      flood: Closed | null;
    }): Promise<{ flood: Answers | null }> {
      receiver.arrivedAt.clear();
      const { flood, ...rest } = load;
      const [flooded, { answers }] = await Promise.all([
        flood ? closedLoop(flood) : null,
        openLoop({ ...rest, firstNo: 1 }),
      ]);
      await receiver.untilArrived(answers.accepted + (flooded?.accepted ?? 0));
      return { flood: flooded };
    },
  };
}

export type Tasks = Awaited<ReturnType<typeof createTasks>>;
