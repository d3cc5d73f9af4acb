import type { Logger } from 'pino';
import { randomUUID } from 'node:crypto';
import type { Behaviour } from '../connectors/component.ts';
import { createCustomModifiers } from '../engine/custom-modifiers.ts';
import { createEngine, type EngineOptions } from '../engine/engine.ts';
import type { Outbound } from '../engine/outbound/outbound.ts';
import { noTracing, type Tracing } from '../engine/tracing.ts';
import type { Texts } from '../contract/texts.ts';
import type { Catalogue } from '../flow/definition.ts';
import type { Database } from '../store/database.ts';
import { createPasswords, type Passwords } from './auth/passwords.ts';
import { createSignInGuard } from './auth/sign-in-guard.ts';
import { createTokens } from './auth/tokens.ts';
import { deriveKey } from './secrets.ts';
import { createMetrics } from './metrics.ts';
import type { MetricsAccess, Services } from './services.ts';
import { createUuidV7 } from './uuid.ts';

export type Parts = {
  database: Database;
  catalogue: Catalogue;
  behaviours: Record<string, Behaviour>;
  outbound: Outbound;
  masterKey: Buffer;
  signUp: 'open' | 'admin';
  fileLimit: number;
  publicUrl: string;
  version: string;
  metricsAccess: MetricsAccess;
  tracing?: Tracing;
  distFolder: string;
  publicFolder: string;
  studioTexts?: Texts;
  /** Default: those that are slow to guess. */
  passwords?: Passwords;
  logger: Logger;
  clock: () => Date;
  /** Times and limits of the engine other than its defaults. */
  engine?: Partial<EngineOptions>;
};

/** Makes what the routes work with. Nothing is started. */
export function composeServices(parts: Parts): Services {
  const { database, behaviours, outbound, publicUrl, fileLimit, logger, clock } = parts;
  const customModifiers = createCustomModifiers(database, clock);
  const catalogue: Catalogue = { ...parts.catalogue, customModifier: customModifiers.find };
  const newId = createUuidV7(clock);
  const metrics = createMetrics(database);
  return {
    database,
    catalogue,
    customModifiers,
    engine: createEngine({
      ...parts.engine,
      database,
      behaviours,
      catalogue,
      customModifiers,
      outbound,
      clock,
      newId,
      publicUrl,
      fileLimit,
      metrics: metrics.engine,
      tracing: parts.tracing ?? noTracing,
      logger,
    }),
    tokens: createTokens({ database, key: deriveKey(parts.masterKey, 'access tokens'), clock, newId }),
    passwords: parts.passwords ?? createPasswords(),
    signInGuard: createSignInGuard(clock),
    signUp: parts.signUp,
    fileLimit,
    publicUrl,
    version: parts.version,
    metrics,
    metricsAccess: parts.metricsAccess,
    clock,
    newId,
    newComponentId: () => randomUUID(),
    studioTexts: parts.studioTexts ?? {},
    logger,
    distFolder: parts.distFolder,
    publicFolder: parts.publicFolder,
  };
}
