import type { Logger } from 'pino';
import { noTracing } from '../../engine/tracing.ts';
import type { OpenTracing, TracesProtocol } from './traces.ts';

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
