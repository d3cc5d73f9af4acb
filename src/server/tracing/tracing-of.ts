import {
  type Context,
  ROOT_CONTEXT,
  SpanKind as OtelKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import type { Facts, Span, SpanKind, Tracing } from '../../engine/tracing.ts';

const kinds: Record<SpanKind, OtelKind> = {
  server: OtelKind.SERVER,
  consumer: OtelKind.CONSUMER,
  internal: OtelKind.INTERNAL,
  client: OtelKind.CLIENT,
};

/** The engine's pieces of work as spans of a tracer. */
export function tracingOf(tracer: Tracer): Tracing {
  const begin = (name: string, kind: SpanKind, facts: Facts, context: Context): Span => {
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes: facts }, context);
    const { traceId, spanId, traceFlags } = span.spanContext();
    return {
      traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}`,
      begin: (inner, of, about = {}) => begin(inner, of, about, trace.setSpan(ROOT_CONTEXT, span)),
      tell: (more) => void span.setAttributes(more),
      end(failure) {
        if (failure !== undefined) {
          span.setAttribute('error.type', failure);
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  };

  return {
    begin(name, kind, facts, traceparent) {
      const asked = traceparent === undefined ? null : parseTraceParent(traceparent);
      const context = asked ? trace.setSpanContext(ROOT_CONTEXT, { ...asked, isRemote: true }) : ROOT_CONTEXT;
      return begin(name, kind, facts, context);
    },
  };
}
