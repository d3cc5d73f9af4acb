import type { Logger } from 'pino';
import { noTracing, type Tracing } from '../../engine/tracing.ts';

export type OpenTracing = {
  tracing: Tracing;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
};

/** Which of the two ways OTLP goes over HTTP; the exporter reads everything else from the environment. */
export type TracesProtocol = 'http/protobuf' | 'http/json';

/**
 * Sends traces where the environment says. Without an exporter nothing of OpenTelemetry is loaded, and nothing is
 * measured.
 */
export async function openTracing(
  protocol: TracesProtocol | undefined,
  { version, logger }: { version: string; logger: Logger },
): Promise<OpenTracing> {
  if (protocol === undefined) return { tracing: noTracing, close: () => Promise.resolve() };
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(protocol, { version, logger });
}
