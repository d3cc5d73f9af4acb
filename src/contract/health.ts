import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const health = endpoint({
  method: 'GET',
  path: '/health',
  tag: 'Operation',
  auth: 'none',
  summary: 'Is the service ready: can it store what it is sent? 503 while it cannot. For a load balancer.',
  reply: z.object({ status: z.literal('ok'), version: z.string() }),
});

export const live = endpoint({
  method: 'GET',
  path: '/health/live',
  tag: 'Operation',
  auth: 'none',
  summary: 'Does the process answer at all? It does so without its database, too. For what restarts it.',
  reply: z.object({ status: z.literal('ok') }),
});

export const metrics = endpoint({
  method: 'GET',
  path: '/metrics',
  tag: 'Operation',
  auth: 'none',
  summary:
    'Figures in the text format of Prometheus. With METRICS_TOKEN set it wants `Authorization: Bearer …`; without, it is there for a loopback HOST only.',
  produces: 'text/plain',
  reply: z.string(),
});
