import type { Sharing } from '../contract/flows.ts';

/** Who reads: what a flow may be shared with. */
export type Reader = { id: string; username: string; email: string | null; scope: string[] };

/** One way to name a reader in `sharedWith`; addresses and domains are stored in lower case. */
export type Identity = { scope: string } | { email: string } | { domain: string };

/** Every entry of `sharedWith` that means this reader. The domain is what follows the @ of the username. */
export function identitiesOf(reader: Reader): Identity[] {
  const username = reader.username.toLowerCase();
  const addresses = new Set([username, reader.email?.toLowerCase() ?? username]);
  const at = username.lastIndexOf('@');
  const domain = at < 0 ? '' : username.slice(at + 1);
  return [
    ...reader.scope.map((scope) => ({ scope })),
    ...[...addresses].map((email) => ({ email })),
    ...(domain ? [{ domain }] : []),
  ];
}

/** The entries that mean this reader; the others (say, other people's addresses) are not for their eyes. */
export function entriesFor(reader: Reader, entries: Sharing[]): Sharing[] {
  const identities = identitiesOf(reader);
  return entries.filter((entry) =>
    identities.some((identity) => Object.entries(identity).every(([kind, name]) => entry[kind] === name)),
  );
}
