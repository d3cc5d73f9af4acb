import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { choice, requiredText } from './arguments.ts';
import { bytesOf, bytesToBase64, bytesToHex } from './bytes.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { textOf } from './values.ts';

const text = modifiersOn({ category: 'hash', accepts: ['text'], read: textOf });
const shared = { encoding: choice('Written as', { hex: 'Hexadecimal', base64: 'Base64' }) };

const digests = [
  ['g_sha256', 'SHA-256', sha256, '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
  [
    'g_sha512',
    'SHA-512',
    sha512,
    '9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043',
  ],
  ['g_sha1', 'SHA-1', sha1, 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d'],
  ['g_md5', 'MD5', md5, '5d41402abc4b2a76b9719d911017c592'],
] as const;

/**
 * Fingerprints of texts: to compare, to sign calls, to make keys. Not for passwords: those need a slow function, and a
 * flow is no place for them.
 */
export const hashModifiers: Modifier[] = [
  ...digests.map(([name, label, digest, result]) =>
    text(name, {
      label,
      description: `The ${label} hash of a text.`,
      arguments: shared,
      returns: 'string',
      example: ['hello', result],
      apply: (value, { encoding }) => written(digest(bytesOf(value)), encoding),
    }),
  ),
  ...(
    [
      [
        'g_hmacSha256',
        'HMAC-SHA-256',
        sha256,
        '88aab3ede8d3adf94d26ab90d3bafd4a2083070c3bcce9c014ee04a443847c0b',
      ],
      ['g_hmacSha1', 'HMAC-SHA-1', sha1, '5112055c05f944f85755efc5cd8970e194e9f45b'],
    ] as const
  ).map(([name, label, digest, result]) =>
    text(name, {
      label,
      description: `The ${label} signature of a text with a key.`,
      arguments: { key: requiredText('Key'), ...shared },
      returns: 'string',
      example: ['hello', result, { key: 'secret' }],
      apply: (value, { key, encoding }) => written(hmac(digest, bytesOf(key), bytesOf(value)), encoding),
    }),
  ),
];

function written(bytes: Uint8Array, encoding: 'hex' | 'base64'): string {
  return encoding === 'hex' ? bytesToHex(bytes) : bytesToBase64(bytes);
}
