import { BlockList, isIP } from 'node:net';
import { isPublic, plainAddress } from './addresses.ts';

/** What outbound calls may reach: every public address, and what the operator allows besides. */
export type Allowance = {
  /** An allowed host is reached at whatever address its name has. */
  host(name: string): boolean;
  address(address: string): boolean;
};

/**
 * Reads OUTBOUND_ALLOW: host names, addresses and CIDR blocks. Throws an Error naming the entry that is
 * none of them, so that a typing error does not silently allow nothing.
 */
export function allowanceOf(allow: string[]): Allowance {
  const hosts = new Set<string>();
  const networks = new BlockList();
  for (const entry of allow.map((text) => text.trim().toLowerCase()).filter((text) => text !== '')) {
    const [text = '', prefix] = entry.split('/');
    const address = plainAddress(text);
    if (address !== undefined) addNetwork(networks, entry, address, prefix);
    else if (prefix === undefined && /^[a-z\d]([a-z\d._-]*[a-z\d])?$/.test(text)) hosts.add(text);
    else throw malformed(entry);
  }
  return {
    host: (name) => hosts.has(name.toLowerCase().replace(/\.$/, '')),
    address: (text) => {
      const address = plainAddress(text);
      if (address === undefined) return false;
      return isPublic(address) || networks.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

function addNetwork(networks: BlockList, entry: string, address: string, prefix: string | undefined): void {
  const [family, most] = isIP(address) === 4 ? (['ipv4', 32] as const) : (['ipv6', 128] as const);
  const bits = prefix === undefined ? most : Number(prefix);
  if (prefix?.trim() === '' || !Number.isInteger(bits) || bits < 0 || bits > most) throw malformed(entry);
  networks.addSubnet(address, bits, family);
}

function malformed(entry: string): Error {
  return new Error(`OUTBOUND_ALLOW: "${entry}" is neither a host name nor an address nor a CIDR block.`);
}
