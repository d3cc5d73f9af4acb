import type { Tracing } from '../../engine/tracing.ts';

export type OpenTracing = {
  tracing: Tracing;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
};

/** Which of the two ways OTLP goes over HTTP; the exporter reads everything else from the environment. */
export type TracesProtocol = 'http/protobuf' | 'http/json';
