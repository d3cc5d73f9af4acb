import { Socket } from 'node:net';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** What ends the connections of a process to a database from which nothing comes any more. */
export type SilenceWatch = {
  /** For `stream` of each connection that is to be watched. */
  stream: () => Socket;
  stop(): Promise<void>;
};

export type SilenceLimits = {
  /** It is asked so often whether it is there, in milliseconds; default 2,000. */
  askEveryMs?: number;
  /** It may be silent for so long when it was asked; default 5,000. */
  silentForMs?: number;
};

/**
 * A host that loses its power or its network says nothing: what has been sent to it is sent again by the kernel for a
 * quarter of an hour, and the statement waits. So the database is asked again and again, on a connection of its own. When
 * it answers nothing, on whatever connection, all that were open are ended: what waits on them fails as it does when the
 * database goes down, and none is opened until it answers. A statement may take as long as it needs meanwhile: it is the
 * silence that is limited.
 *
 * The first question comes an interval after the start, so a short command has no further connection.
 */
export function watchForSilence(options: pg.ClientConfig, limits: SilenceLimits): SilenceWatch {
  const { askEveryMs = 2_000, silentForMs = 5_000 } = limits;
  const stopped = new AbortController();
  const sockets = new Set<Socket>();
  let asking: { client: pg.Client; socket: Socket } | undefined;
  let silent = false;

  const open = (): Socket => {
    const socket = new Socket();
    sockets.add(socket);
    return socket.once('close', () => sockets.delete(socket));
  };

  const stream = (): Socket => {
    const socket = open();
    // It begins to connect in this turn.
    if (silent) setImmediate(() => socket.destroy(silence()));
    return socket;
  };

  const ask = async (): Promise<void> => {
    if (!asking) {
      const socket = open();
      const client = new pg.Client({ ...options, stream: () => socket });
      asking = { client, socket };
      // Whoever asks is told of it; and one that broke between two questions is just opened anew.
      client.on('error', () => {});
      socket.once('close', () => (asking = undefined));
      await client.connect();
    }
    await asking.client.query('select');
  };

  const untilNextQuestion = () =>
    delay(askEveryMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);

  /** Where a question does not get there (no way to the host, the connection broke), it is asked again. */
  const answers = async (): Promise<boolean> => {
    const timeIsUp = new AbortController();
    const answered = async (): Promise<boolean> => {
      while (!timeIsUp.signal.aborted && !stopped.signal.aborted) {
        const got = await ask().then(() => true, isAnswer);
        if (got) return true;
        await untilNextQuestion();
      }
      return stopped.signal.aborted;
    };
    try {
      return await Promise.race([answered(), delay(silentForMs, false, { ref: false })]);
    } finally {
      timeIsUp.abort();
    }
  };

  const look = async (): Promise<void> => {
    const before = new Map([...sockets].map((socket) => [socket, socket.bytesRead]));
    const answered = await answers();
    silent &&= !answered;
    if (answered) return;
    // It may have been this process that stood still: first what has come meanwhile is read.
    await turn();
    const heard = [...sockets].some((socket) => socket.bytesRead > (before.get(socket) ?? 0));
    asking?.socket.destroy(silence());
    if (heard) return;
    silent = true;
    for (const socket of before.keys()) socket.destroy(silence());
  };

  const goOn = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await untilNextQuestion();
      if (!stopped.signal.aborted) await look();
    }
  };
  const working = goOn();

  return {
    stream,
    async stop() {
      stopped.abort();
      asking?.socket.destroy();
      await working;
    },
  };
}

/** One that refuses has answered, too: the database does so itself, or its host where no database listens. */
function isAnswer(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return true;
  return /^(ECONNREFUSED|ENOENT)$/.test((error as NodeJS.ErrnoException).code ?? '');
}

function silence(): Error {
  return Object.assign(new Error('The database has fallen silent'), { code: 'ETIMEDOUT' });
}
