import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createLimiter } from '../limiter.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** What one guess costs: 2^logN rounds on blocks of r. */
export type PasswordCost = { logN: number; r: number; p: number };

const usualCost: PasswordCost = { logN: 15, r: 8, p: 1 };
const keyLength = 32;

export type Passwords = {
  /** `scrypt$<log2 N>$<r>$<p>$<salt>$<key>`, so that old hashes stay valid when the cost is raised. */
  hash(password: string): Promise<string>;
  /** Without a hash (an unknown user) it works just as long and says no. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
};

/** Each derivation takes 32 MiB and a thread of libuv's four; half of them stay free for files and DNS. */
export function createPasswords(current: PasswordCost = usualCost): Passwords {
  const limit = createLimiter(2);
  const nobody = encode(current, randomBytes(16), randomBytes(keyLength));

  const keyOf = (password: string, salt: Buffer, { logN, r, p }: PasswordCost) =>
    limit(() =>
      derive(password.normalize('NFKC'), salt, keyLength, {
        N: 2 ** logN,
        r,
        p,
        maxmem: 256 * 2 ** logN * r,
      }),
    );

  return {
    async hash(password) {
      const salt = randomBytes(16);
      return encode(current, salt, await keyOf(password, salt, current));
    },
    async verify(password, hash) {
      const { cost, salt, key } = decode(hash ?? nobody);
      const given = await keyOf(password, salt, cost);
      return timingSafeEqual(given, key) && hash !== undefined;
    },
  };
}

function encode(cost: PasswordCost, salt: Buffer, key: Buffer): string {
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

function decode(hash: string) {
  const [, logN, r, p, salt = '', key = ''] = hash.split('$');
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}
