import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ApiError } from '../contract/errors.ts';
import { sendError } from './error-handler.ts';
import type { Services } from './services.ts';

/** Mantine and CodeMirror put their styles into the page; scripts come from files alone. */
const studioPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

const aYear = 365 * 24 * 60 * 60;

/** The Studio, the SDK and what lies in `public/`. */
export async function staticFiles(app: FastifyInstance, services: Services): Promise<void> {
  const { distFolder, publicFolder } = services;
  app.get('/', { schema: { hide: true } }, toStudio);
  app.get('/studio', { schema: { hide: true } }, toStudio);
  await app.register((scope) => studio(scope, path.join(distFolder, 'studio')), { prefix: '/studio' });

  const sdk = path.join(distFolder, 'sdk');
  // The two places that pages load the SDK from (INTERFACE §6).
  for (const prefix of ['/appmixer/', '/appmixer/package/']) {
    if (!existsSync(sdk)) break;
    await app.register(fastifyStatic, {
      root: sdk,
      prefix,
      preCompressed: true,
      decorateReply: false,
      index: false,
    });
  }
  if (existsSync(publicFolder)) {
    await app.register(fastifyStatic, {
      root: publicFolder,
      prefix: '/',
      redirect: true,
      decorateReply: false,
    });
  }
}

function toStudio(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.redirect('/studio/');
}

/** The page at the address of a flow also asks for the Designer's files (`vite.pages.ts`). */
function pageAt(url: string): string {
  return /^\/studio\/flows\/[\w-]+(\?|$)/.test(url) ? 'flow.html' : 'index.html';
}

/** Any path below `/studio/` that is no file is a page of the Studio, which finds its way by itself. */
async function studio(scope: FastifyInstance, root: string): Promise<void> {
  const isBuilt = existsSync(path.join(root, 'index.html'));
  scope.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/studio/assets/');
    if (isBuilt && isPage) return reply.sendFile(pageAt(request.url));
    const message = isBuilt ? undefined : 'The Studio is not built. Run npm start.';
    sendError(reply, new ApiError('NOT_FOUND', message));
    return reply;
  });
  if (!isBuilt) return;
  await scope.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = file.startsWith(path.join(root, 'assets') + path.sep);
      reply.header('cache-control', isHashed ? `public, max-age=${aYear}, immutable` : 'no-cache');
      reply.header('content-security-policy', studioPolicy);
      reply.header('referrer-policy', 'same-origin');
    },
  });
}
