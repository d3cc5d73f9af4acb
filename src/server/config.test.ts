import { expect, test } from 'vitest';
import { addressOf, readConfig } from './config.ts';

test('an empty environment gives the defaults; empty values count as none', () => {
  const config = readConfig({ PORT: '', DATABASE_URL: '' });
  expect(config).toEqual({
    port: 3000,
    host: '127.0.0.1',
    signUp: 'open',
    outboundAllow: [],
    logLevel: 'warn',
    fileLimit: 50 * 1024 * 1024,
    eventsPerSecond: Number.POSITIVE_INFINITY,
    openRunsPerUser: 100_000,
    userShare: 0.8,
    metricsAccess: 'open',
    retentionDays: 90,
    stallSeconds: 60,
    role: 'all',
    dataDir: undefined,
    databaseUrl: undefined,
    publicUrl: undefined,
    admin: undefined,
    secretKey: undefined,
  });
});

test.each([
  ['127.0.0.1', 'open'],
  ['127.1.2.3', 'open'],
  ['localhost', 'open'],
  ['::1', 'open'],
  ['0.0.0.0', 'admin'],
  ['127.example.com', 'admin'],
])('who may sign up on %s: %s', (HOST, signUp) => {
  expect(readConfig({ HOST }).signUp).toBe(signUp);
  expect(readConfig({ HOST, SIGN_UP: 'open' }).signUp).toBe('open');
});

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PUBLIC_URL: 'events.example.com' }, 'PUBLIC_URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ SIGN_UP: 'maybe' }, 'SIGN_UP'],
  [{ ADMIN_USERNAME: 'a' }, 'ADMIN_USERNAME and ADMIN_PASSWORD'],
  [{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ FILE_LIMIT_MB: '0' }, 'FILE_LIMIT_MB'],
  [{ EVENTS_PER_SECOND: '0' }, 'EVENTS_PER_SECOND'],
  [{ OPEN_RUNS_PER_USER: '1.5' }, 'OPEN_RUNS_PER_USER'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
  [{ RETENTION_DAYS: '0' }, 'RETENTION_DAYS'],
  [{ ROLE: 'worker' }, 'ROLE'],
  [{ ROLE: 'both', DATABASE_URL: 'postgres://x' }, 'ROLE'],
])('%j is refused in one line that names it', (environment, name) => {
  expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: [^\\n]+$`));
});

test('lists and URLs are tidied', () => {
  const config = readConfig({
    OUTBOUND_ALLOW: ' 10.0.0.0/8, host ,',
    PUBLIC_URL: 'https://e.example.com/api/',
  });
  expect(config.outboundAllow).toEqual(['10.0.0.0/8', 'host']);
  expect(config.publicUrl).toBe('https://e.example.com/api');
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80'],
  ['0.0.0.0', 'http://localhost:80'],
  ['::1', 'http://[::1]:80'],
])('the address of %s is %s', (host, address) => {
  expect(addressOf(host, 80)).toBe(address);
});
