import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { CancelError } from '../../connectors/component.ts';
import type { Allowance } from './allowance.ts';

/** Resolves a name to all its addresses; the system's resolver unless a test gives another. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const systemResolve: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);

/**
 * Opens sockets only to allowed addresses. The check sits in the lookup of the connection itself: what is
 * checked is what the socket connects to, so a name cannot change its address in between.
 */
export function guardedConnector(allowance: Allowance, resolve = systemResolve): buildConnector.connector {
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, '');
      const allowed = allowance.host(hostname)
        ? addresses
        : addresses.filter(({ address }) => allowance.address(address));
      const [first] = allowed;
      if (!first) return done(refusal(hostname, addresses[0]?.address), '');
      if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup, allowH2: false, timeout: 10_000 });
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // A literal address is connected to without a lookup.
    if (isIP(host) !== 0 && !allowance.address(host)) done(refusal(host), null);
    else connect(options, done);
  };
}

function refusal(hostname: string, address?: string): CancelError {
  const target = address === undefined || address === hostname ? hostname : `${hostname} (${address})`;
  return new CancelError(
    `Calls to ${target} are refused because it is not a public address. An operator can allow it in OUTBOUND_ALLOW.`,
  );
}
