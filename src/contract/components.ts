import { z } from 'zod';
import type { ComponentManifest } from '../flow/manifest.ts';
import { endpoint } from './endpoint.ts';

const tag = 'Components';

const manifest = z.custom<ComponentManifest>();

export const appSchema = z.object({
  name: z.string(),
  label: z.string(),
  category: z.string(),
  description: z.string(),
  icon: z.string(),
});

export const listApps = endpoint({
  method: 'GET',
  path: '/apps',
  tag,
  summary: 'Modules by name.',
  reply: z.record(z.string(), appSchema),
});

export const listAppComponents = endpoint({
  method: 'GET',
  path: '/apps/components',
  tag,
  summary: 'Manifests of a service (`appmixer.utils`) or module.',
  query: z.object({ app: z.string() }),
  reply: z.array(manifest),
});

export const listComponents = endpoint({
  method: 'GET',
  path: '/components',
  tag,
  summary: 'Component names, or with manifest=yes their manifests.',
  query: z.object({ manifest: z.string().optional() }),
  reply: z.array(z.union([z.string(), manifest])),
});

export const callComponent = endpoint({
  method: 'POST',
  path: '/component/:vendor/:service/:module/:component',
  tag,
  summary: 'Runs a component once outside a flow, to make options for an inspector.',
  params: z.object({ vendor: z.string(), service: z.string(), module: z.string(), component: z.string() }),
  query: z.object({ outPort: z.string() }),
  body: z
    .looseObject({
      componentId: z.string().optional(),
      /** Names the flow also before the component is saved in it; without it the component's flow is looked up. */
      flowId: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
      messages: z.record(z.string(), z.unknown()).optional(),
      /** Makes options or an inspector of the answer: `./transformers#name`, by the name a function of the component. */
      transform: z.string().optional(),
    })
    .nullish(),
  reply: z.unknown(),
});

export const fetchVariables = endpoint({
  method: 'POST',
  path: '/variables/:flowId/fetch',
  tag,
  summary: 'Variables each component of a flow can use.',
  params: z.object({ flowId: z.string() }),
  body: z
    .looseObject({
      useCache: z.boolean().optional(),
      flow: z.boolean().optional(),
      components: z
        .looseObject({
          IDs: z.array(z.string()).optional(),
          links: z.boolean().optional(),
          properties: z.boolean().optional(),
        })
        .optional(),
    })
    .nullish(),
  reply: z.object({ components: z.record(z.string(), z.unknown()), flow: z.array(z.unknown()).optional() }),
});
