/** What a trace tells of a piece of work: which one it is and how it went, and never data of an event. */
export type Facts = Record<string, string | number | boolean>;

/** `server`: somebody asked for it; `consumer`: it was queued; `client`: it asks somebody else. */
export type SpanKind = 'server' | 'consumer' | 'internal' | 'client';

/** A piece of work, which takes time. */
export type Span = {
  /** The header of this name for whoever goes on with it; undefined when nothing is traced. */
  traceparent: string | undefined;
  /** A piece of work within this one. */
  begin(name: string, kind: SpanKind, facts?: Facts): Span;
  tell(facts: Facts): void;
  /** @param failure which kind of failure it ended with: not its text, which may tell of data */
  end(failure?: string): void;
};

/** Where the engine tells what takes how long. Whoever runs it says where the traces go. */
export type Tracing = {
  /** A piece of work that is part of the trace of this header, or the first one of a new trace. */
  begin(name: string, kind: SpanKind, facts: Facts, traceparent: string | undefined): Span;
};

export const noSpan: Span = {
  traceparent: undefined,
  begin: () => noSpan,
  tell: () => {},
  end: () => {},
};

export const noTracing: Tracing = { begin: () => noSpan };

/** Ends a span with the work. */
export function within<T>(span: Span, work: () => Promise<T>): Promise<T> {
  return span === noSpan ? work() : endingWith(span, work);
}

async function endingWith<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    span.end(kindOfFailure(error));
    throw error;
  }
}

export function kindOfFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return error.cause instanceof Error ? kindOfFailure(error.cause) : error.name;
}

/** The request that an event is stored with: whoever goes on with the event goes on behind this span. */
export function tracedHeaders(
  headers: Record<string, string>,
  { traceparent }: Span,
): Record<string, string> {
  return traceparent === undefined ? headers : { ...headers, traceparent };
}

/** What a run goes on with: the header of what started it. */
export function traceparentOf(run: {
  message: unknown;
  startMessage: { traceparent?: string } | null;
}): string | undefined {
  const message = run.message as { headers?: Record<string, string> } | null | undefined;
  return run.startMessage?.traceparent ?? message?.headers?.['traceparent'];
}
