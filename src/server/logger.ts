import { type DestinationStream, pino, type Logger } from 'pino';

type Told = { type: string; message: string; code?: string; stack?: string; cause?: Told };

/** Only these of an error: PostgreSQL's carry the values of a row in `detail`, `where` and `parameters`. */
function tell(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined ? {} : { cause: tell(error.cause) }),
  };
}

/** Logs go to stderr as JSON lines: stdout has the address only. No secrets, bodies or event data in them. */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino({ level, serializers: { err: tell } }, destination);
}
