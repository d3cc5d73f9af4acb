import { z } from 'zod';
import type { MetricsAccess } from './services.ts';
import type { TracesProtocol } from './tracing/traces.ts';

/** The environment holds a value the server cannot start with; the message is one line for its operator. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** What a process does: serve the API and the Studio, take runs off the queue, or both. */
export type Role = 'all' | 'server' | 'worker';

export type Config = {
  /** 0: any free one. */
  port: number;
  host: string;
  /** Default: this clone's own. */
  dataDir: string | undefined;
  /** Default: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** Where clients reach the API, without a slash at the end; default the address the server listens on. */
  publicUrl: string | undefined;
  /** Who may create accounts: everybody, or an admin. */
  signUp: 'open' | 'admin';
  /** An account that is created at start unless it exists. */
  admin: { username: string; password: string } | undefined;
  secretKey: string | undefined;
  /** Hosts and CIDR blocks that outbound calls may reach although they are private. */
  outboundAllow: string[];
  /** Bytes that a file may have. */
  fileLimit: number;
  /** Events that one user may send per second. */
  eventsPerSecond: number;
  /** Unfinished runs that one user may have before further events are refused. */
  openRunsPerUser: number;
  /** Which share of the runs at work in a process may be one user's: 0.8 of 500. */
  userShare: number;
  /** Days after which events and ended runs are deleted. */
  retentionDays: number;
  /** Seconds after which a process whose event loop stands still is ended. */
  stallSeconds: number;
  role: Role;
  metricsAccess: MetricsAccess;
  /** How traces are sent; undefined: none are made. The rest of it is the exporter's to read. */
  tracing: TracesProtocol | undefined;
  logLevel: string;
  /** A JSON file with texts of the operator's own for the Studio. */
  studioTexts: string | undefined;
};

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
const protocol = z.enum(['http/protobuf', 'http/json'], { error: 'must be http/protobuf or http/json' });

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  PUBLIC_URL: httpAddress.optional(),
  SIGN_UP: z.enum(['open', 'admin']).optional(),
  ADMIN_USERNAME: z.string().max(200).optional(),
  ADMIN_PASSWORD: z.string().min(5, 'must have at least 5 characters').optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  OUTBOUND_ALLOW: z.string().default(''),
  FILE_LIMIT_MB: z.coerce.number().int().min(1).max(2047).default(50),
  EVENTS_PER_SECOND: z.coerce.number().min(0.01).optional(),
  OPEN_RUNS_PER_USER: z.coerce.number().int().min(1).default(100_000),
  USER_SHARE_PERCENT: z.coerce.number().min(1).max(100).default(80),
  RETENTION_DAYS: z.union([z.literal('never'), z.coerce.number().min(1)]).default(90),
  STALL_SECONDS: z.coerce.number().int().min(1).max(86_400).default(60),
  ROLE: z.enum(['all', 'server', 'worker']).default('all'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  STUDIO_TEXTS: z.string().optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).default('otlp'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpAddress.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
});

/**
 * Reads the configuration. A variable that is set but empty counts as not set.
 *
 * @throws ConfigError naming the variable
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const values = result.data;
  if ((values.ADMIN_USERNAME === undefined) !== (values.ADMIN_PASSWORD === undefined)) {
    throw new ConfigError('ADMIN_USERNAME and ADMIN_PASSWORD: set both or neither');
  }
  if (values.ROLE !== 'all' && values.DATABASE_URL === undefined) {
    throw new ConfigError('ROLE: set DATABASE_URL, too: servers and workers meet in a database of their own');
  }
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    signUp: values.SIGN_UP ?? (isLoopback(values.HOST) ? 'open' : 'admin'),
    admin:
      values.ADMIN_USERNAME !== undefined && values.ADMIN_PASSWORD !== undefined
        ? { username: values.ADMIN_USERNAME, password: values.ADMIN_PASSWORD }
        : undefined,
    secretKey: values.SECRET_KEY,
    outboundAllow: values.OUTBOUND_ALLOW.split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    fileLimit: values.FILE_LIMIT_MB * 1024 * 1024,
    eventsPerSecond: values.EVENTS_PER_SECOND ?? Number.POSITIVE_INFINITY,
    openRunsPerUser: values.OPEN_RUNS_PER_USER,
    userShare: values.USER_SHARE_PERCENT / 100,
    retentionDays: values.RETENTION_DAYS === 'never' ? Number.POSITIVE_INFINITY : values.RETENTION_DAYS,
    stallSeconds: values.STALL_SECONDS,
    role: values.ROLE,
    metricsAccess:
      values.METRICS_TOKEN !== undefined
        ? { token: values.METRICS_TOKEN }
        : isLoopback(values.HOST)
          ? 'open'
          : 'closed',
    tracing: tracingOf(values),
    logLevel: values.LOG_LEVEL,
    studioTexts: values.STUDIO_TEXTS,
  };
}

/** The address to type into a browser on this machine. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** An exporter with an address is what switches tracing on. */
function tracingOf(values: z.output<typeof environmentSchema>): TracesProtocol | undefined {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: common } = values;
  const isOff = values.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || values.OTEL_TRACES_EXPORTER === 'none';
  if (isOff || (own ?? common) === undefined) return undefined;
  return values.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? values.OTEL_EXPORTER_OTLP_PROTOCOL ?? 'http/protobuf';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
