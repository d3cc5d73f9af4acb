import { diag, DiagLogLevel } from '@opentelemetry/api';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OpenTracing, TracesProtocol } from './traces.ts';
import { tracingOf } from './tracing-of.ts';

/** A collector that does not answer must not keep the process from ending. */
const flushWithinMs = 5_000;

/** Only what is sent is chosen here: sampler, batches, limits, headers and addresses are the environment's. */
export async function openTelemetry(
  protocol: TracesProtocol,
  { version, logger }: { version: string; logger: Logger },
): Promise<OpenTracing> {
  diag.setLogger(
    {
      error: (message) => logger.warn({ about: 'tracing' }, message),
      warn: (message) => logger.warn({ about: 'tracing' }, message),
      info: (message) => logger.debug({ about: 'tracing' }, message),
      debug: () => {},
      verbose: () => {},
    },
    { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true },
  );
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'tributary', 'service.version': version }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(await exporterOf(protocol))],
  });
  return {
    tracing: tracingOf(provider.getTracer('tributary', version)),
    async close() {
      const tooLong = delay(flushWithinMs, 'late', { ref: false });
      const flushed = provider.shutdown().catch((error: unknown) => {
        logger.warn({ err: error }, 'The last traces could not be sent');
      });
      if ((await Promise.race([flushed, tooLong])) === 'late') {
        logger.warn('The last traces could not be sent in time');
      }
    },
  };
}

async function exporterOf(protocol: TracesProtocol): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await (protocol === 'http/json'
    ? import('@opentelemetry/exporter-trace-otlp-http')
    : import('@opentelemetry/exporter-trace-otlp-proto'));
  return new OTLPTraceExporter();
}
