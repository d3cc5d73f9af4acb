import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const health = endpoint({
  method: 'GET',
  path: '/health',
  tag: 'Operation',
  auth: 'none',
  summary: 'Is the service ready?',
  reply: z.object({ status: z.literal('ok'), version: z.string() }),
});
