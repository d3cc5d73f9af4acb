import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** So many bytes at once become arguments of one call. */
const chunk = 8192;

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(binary);
}

export function textToBase64(text: string): string {
  return bytesToBase64(bytesOf(text));
}

/** Of both alphabets, with padding or without, line breaks left out. */
export function base64ToText(base64: string): string {
  const plain = base64.replaceAll(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) throw notEncoded('Base64');
  const binary = atob(plain);
  return decoded(
    Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    'Base64',
  );
}

export function bytesToHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function textToHex(text: string): string {
  return bytesToHex(bytesOf(text));
}

export function hexToText(hex: string): string {
  const plain = hex.replaceAll(/\s+/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(plain)) throw notEncoded('hexadecimal');
  const pairs = plain.match(/../g) ?? [];
  return decoded(
    Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
    'hexadecimal',
  );
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw notEncoded(`${encoding} of a text`, error);
  }
}

function notEncoded(encoding: string, cause?: unknown): MessageError {
  return new MessageError(message('reason.notEncoded', { encoding }), { cause });
}
