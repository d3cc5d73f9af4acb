import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { DatabaseOptions } from '../database.ts';

export type SilentWay = {
  /** The database as it is reached over this way. */
  options: DatabaseOptions & { host: string; port: number };
  /**
   * Nothing gets through from now on, in either direction, and nobody is told.
   *
   * @param cutsNew who comes anew is cut off, as where there is no way to a host any more
   */
  fallSilent(cutsNew?: 'cuts-new'): void;
  /** For who comes anew; what was lost is lost. */
  speakAgain(): void;
};

/** A way to the database that loses all that is said, as one to a host without power does. Closed with the test. */
export async function wayThatFallsSilent(database: DatabaseOptions): Promise<SilentWay> {
  const { host, port } = database;
  const sockets: Socket[] = [];
  let silent = false;
  let cutsNew = false;
  const server = createServer((client) => {
    if (silent) {
      if (cutsNew) client.destroy();
      sockets.push(client.on('error', () => client.destroy()));
      return;
    }
    const behind = host!.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port!, host);
    let lost = false;
    const pass = (to: Socket) => (data: Buffer) => {
      lost ||= silent;
      if (!lost) to.write(data);
    };
    sockets.push(client, behind);
    client.on('data', pass(behind));
    behind.on('data', pass(client));
    for (const socket of [client, behind]) socket.on('error', () => socket.destroy());
    client.on('close', () => behind.destroy());
    behind.on('close', () => silent || client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    options: { ...database, host: '127.0.0.1', port: (server.address() as { port: number }).port },
    fallSilent: (cutting) => {
      silent = true;
      cutsNew = cutting !== undefined;
    },
    speakAgain: () => {
      silent = false;
    },
  };
}
