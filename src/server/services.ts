import type { Logger } from 'pino';
import type { CustomModifiers } from '../engine/custom-modifiers.ts';
import type { Engine } from '../engine/engine.ts';
import type { Texts } from '../contract/texts.ts';
import type { Catalogue } from '../flow/definition.ts';
import type { Database } from '../store/database.ts';
import type { Passwords } from './auth/passwords.ts';
import type { Metrics } from './metrics.ts';
import type { SignInGuard } from './auth/sign-in-guard.ts';
import type { Tokens } from './auth/tokens.ts';

export type MetricsAccess = 'open' | 'closed' | { token: string };

/** What routes and use cases work with; made once by the composition root. */
export type Services = {
  database: Database;
  engine: Engine;
  /** Knows the installation's own modifiers, too, as they were read last. */
  catalogue: Catalogue;
  customModifiers: CustomModifiers;
  tokens: Tokens;
  passwords: Passwords;
  signInGuard: SignInGuard;
  signUp: 'open' | 'admin';
  /** Bytes that a file may have. */
  fileLimit: number;
  /** Without a slash at the end. */
  publicUrl: string;
  version: string;
  metrics: Metrics;
  /** Who may read `/metrics`: anybody, nobody, or who has the token. */
  metricsAccess: MetricsAccess;
  clock: () => Date;
  /** UUIDs of version 7, for rows. */
  newId: () => string;
  /** UUIDs of version 4, for components. */
  newComponentId: () => string;
  /** What the Studio says in other words than by itself. */
  studioTexts: Texts;
  logger: Logger;
  /** Built files: `studio/` and `sdk/`. */
  distFolder: string;
  /** Files served at the root. */
  publicFolder: string;
};
